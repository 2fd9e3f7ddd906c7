namespace ModBot.Sandbox.Rest;

/// <summary>An endpoint: its template, rate limit and handler.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The route below the version.</param>
/// <param name="Bucket">Its rate limit, or none.</param>
/// <param name="Handler">Runs under the world's gate.</param>
/// <param name="Open">True where the address itself is the secret: no bot token, no global limit.</param>
/// <param name="Scope">The OAuth2 scope with which a person's token is taken too; null where only the bot may call.</param>
internal sealed record RestRoute(string Method, string Template, RouteBucket? Bucket, Func<RestCall, RestReply> Handler, bool Open, string? Scope);
