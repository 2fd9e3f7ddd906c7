namespace ModBot.Sandbox.Faults;

/// <summary>What a forced 429 says.</summary>
internal sealed record RateLimitFault(TimeSpan RetryAfter, string Scope);
