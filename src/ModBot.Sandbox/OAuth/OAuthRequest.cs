using System.Net;
using Microsoft.AspNetCore.Http;
using ModBot.Sandbox.Control;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.OAuth;

/// <summary>What an application asks a person for, from the query of the authorization page.</summary>
internal sealed record OAuthRequest
{
    /// <summary>Scopes that the sandbox gives.</summary>
    public static readonly IReadOnlyList<string> KnownScopes = ["identify", "guilds"];

    private const int LongestState = 2_000;

    public required string ClientId { get; init; }

    public required Uri RedirectUri { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required string State { get; init; }

    public required string? Challenge { get; init; }

    /// <summary>Reads the query.</summary>
    /// <param name="query">As RFC 6749 and 7636 name its parts.</param>
    /// <param name="world">Whose bot is the one application.</param>
    /// <param name="fault">What is wrong; empty where nothing is. It is shown and not sent on: the address cannot be trusted.</param>
    public static OAuthRequest? Read(IQueryCollection query, WorldState world, out string fault)
    {
        string client = query["client_id"].ToString(), redirect = query["redirect_uri"].ToString();
        string[] scopes = query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string state = query["state"].ToString(), challenge = query["code_challenge"].ToString();
        fault = client != world.BotId.ToString() ? $"client_id must be {world.BotId}, the sandbox's application."
            : query["response_type"] != "code" ? "response_type must be code."
            : !Uri.TryCreate(redirect, UriKind.Absolute, out Uri? address) || !IsOnThisMachine(address) ? "redirect_uri must be an http address on this machine, such as http://127.0.0.1:5090/signed-in."
            : !scopes.Contains("identify", StringComparer.Ordinal) || scopes.Except(KnownScopes, StringComparer.Ordinal).Any() ? "scope must be identify, or identify and guilds."
            : state.Length > LongestState ? "state is too long."
            : challenge.Length > 0 && (query["code_challenge_method"] != "S256" || challenge.Length is < 43 or > 128) ? "code_challenge must be of the method S256."
            : "";
        return fault.Length > 0
            ? null
            : new OAuthRequest { ClientId = client, RedirectUri = new Uri(redirect), Scopes = scopes, State = state, Challenge = challenge.Length > 0 ? challenge : null };
    }

    /// <summary>The redirect address with what is to be told.</summary>
    public string Answer(string name, string value)
    {
        string separator = RedirectUri.Query.Length > 0 ? "&" : "?";
        string state = State.Length > 0 ? $"&state={Uri.EscapeDataString(State)}" : "";
        return $"{RedirectUri.AbsoluteUri}{separator}{name}={WebUtility.UrlEncode(value)}{state}";
    }

    private static bool IsOnThisMachine(Uri address) =>
        address.Scheme is "http" && LoopbackGuard.IsLoopback(address.Host) && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
