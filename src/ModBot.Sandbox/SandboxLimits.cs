using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox;

/// <summary>The rate limits that the REST side keeps. The defaults are of Discord's size.</summary>
public sealed record SandboxLimits
{
    /// <summary>False: no limit at all, no headers. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Requests a second over all routes; interaction routes are exempt. Default 50, as Discord's.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>Sizes by bucket name (<c>messages.create</c>, <c>messages.delete</c>, …) instead of the built-in ones.</summary>
    public IReadOnlyDictionary<string, RateLimit> Buckets { get; init; } = new Dictionary<string, RateLimit>();
}
