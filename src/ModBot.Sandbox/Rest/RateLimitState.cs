namespace ModBot.Sandbox.Rest;

/// <summary>What the X-RateLimit headers say about a request.</summary>
internal readonly record struct RateLimitState(bool Passes, bool Global, int Limit, int Remaining, DateTimeOffset Resets, string Bucket);
