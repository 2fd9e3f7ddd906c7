namespace ModBot.Sandbox.Rest;

/// <summary>An endpoint: its template, rate limit and handler.</summary>
internal sealed record RestRoute(string Method, string Template, RouteBucket? Bucket, Func<RestCall, RestReply> Handler, bool Open);
