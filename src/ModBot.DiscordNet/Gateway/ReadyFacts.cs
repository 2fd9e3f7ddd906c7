namespace ModBot.DiscordNet.Gateway;

/// <summary>The start of a session.</summary>
/// <param name="UserId">The bot.</param>
/// <param name="UserName">The bot's name.</param>
/// <param name="ApplicationId">0 where it is not told.</param>
/// <param name="Flags">The application's, which tell its privileged intents; null where they are not told.</param>
/// <param name="Guilds">All guilds of the shard.</param>
internal sealed record ReadyFacts(ulong UserId, string UserName, ulong ApplicationId, long? Flags, IReadOnlySet<ulong> Guilds);
