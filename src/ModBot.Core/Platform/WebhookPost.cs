namespace ModBot.Core.Platform;

/// <summary>A message that is posted under somebody else's name, marked by the platform as an app's. It never pings anyone.</summary>
/// <param name="Name">1..80 characters; what the platform forbids in it is altered.</param>
/// <param name="Avatar">The picture; null for the webhook's own.</param>
/// <param name="Content">1..2,000 characters.</param>
public sealed record WebhookPost(string Name, Uri? Avatar, string Content);
