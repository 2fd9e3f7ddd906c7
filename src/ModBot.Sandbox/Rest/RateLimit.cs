namespace ModBot.Sandbox.Rest;

/// <summary>A bucket's size: so many requests in a window that opens with its first request.</summary>
/// <param name="Requests">1 or more.</param>
/// <param name="Window">Longer than zero.</param>
public sealed record RateLimit(int Requests, TimeSpan Window);
