using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.OAuth;

/// <summary>Codes and tokens that people gave the one application. In memory: who stops the sandbox signs in anew.</summary>
internal sealed class OAuthDesk(WorldState world, string? secret)
{
    /// <summary>Grants kept of each kind; the oldest goes first.</summary>
    private const int Most = 1_000;

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(7);
    private readonly OrderedDictionary<string, OAuthGrant> codes = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, OAuthGrant> tokens = new(StringComparer.Ordinal);

    /// <summary>What the application proves itself with.</summary>
    public string ClientSecret { get; } = secret ?? NewSecret();

    /// <summary>Seconds that a token lasts.</summary>
    public static int ExpiresIn => (int)TokenLifetime.TotalSeconds;

    public bool IsSecret(string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(ClientSecret));

    /// <summary>A code for what the user allowed; it can be exchanged once.</summary>
    public string Allow(OAuthRequest request, Snowflake user) => Keep(codes, new OAuthGrant
    {
        UserId = user,
        Scopes = request.Scopes,
        RedirectUri = request.RedirectUri.OriginalString,
        Challenge = request.Challenge,
        ExpiresAt = world.Now + CodeLifetime,
    });

    /// <summary>A token for a code; null where the code is unknown, used, too old, or not meant for this address and verifier.</summary>
    public (string Token, OAuthGrant Grant)? Exchange(string code, string redirectUri, string verifier)
    {
        if (!codes.Remove(code, out OAuthGrant? grant) || grant.ExpiresAt <= world.Now || grant.RedirectUri != redirectUri || !Fits(grant, verifier))
            return null;
        grant = grant with { ExpiresAt = world.Now + TokenLifetime };
        return (Keep(tokens, grant), grant);
    }

    /// <summary>What the token stands for, or null.</summary>
    public OAuthGrant? Find(string token) => tokens.GetValueOrDefault(token) is { } grant && grant.ExpiresAt > world.Now && world.Users.ContainsKey(grant.UserId) ? grant : null;

    public void Revoke(string token) => tokens.Remove(token);

    private static bool Fits(OAuthGrant grant, string verifier) =>
        grant.Challenge is not { } challenge || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;

    private static string Keep(OrderedDictionary<string, OAuthGrant> grants, OAuthGrant grant)
    {
        string key = NewSecret();
        grants.Add(key, grant);
        if (grants.Count > Most)
            grants.RemoveAt(0);
        return key;
    }

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
