using ModBot.Core.Messages;

namespace ModBot.Sandbox.OAuth;

/// <summary>What somebody allowed an application: a code until it is exchanged, then a token.</summary>
internal sealed record OAuthGrant
{
    public required Snowflake UserId { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Codes: the address that the code was sent to.</summary>
    public string RedirectUri { get; init; } = "";

    /// <summary>Codes: base64url of the SHA-256 of the verifier that the exchange must show; null for none.</summary>
    public string? Challenge { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
