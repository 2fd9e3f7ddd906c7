namespace ModBot.DiscordNet.Rest;

/// <summary>Carries a post's nonce past Discord.Net, which has no parameter for it, to <see cref="RetryingRest"/>.</summary>
internal sealed class NonceScope
{
    private readonly AsyncLocal<string?> _nonce = new();

    /// <summary>The nonce of the post under way in this flow; null for none.</summary>
    public string? Current => _nonce.Value;

    /// <summary>Sets the nonce for calls made in this flow from here on; made inside an async method, it ends with that method.</summary>
    public void Use(string nonce) => _nonce.Value = nonce;
}
