using Microsoft.Extensions.Logging;

namespace ModBot.Discord.Gateway;

/// <summary>Event ids 2000-2099. Ids, counts and event names; never content, never the token.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(2000, LogLevel.Information, "Shard {Shard} of {Total} connects to {Host}.")]
    public static partial void Connecting(ILogger logger, int shard, int total, string host);

    [LoggerMessage(2001, LogLevel.Information, "Shard {Shard} is ready as user {User}: {Guilds} guilds.")]
    public static partial void Ready(ILogger logger, int shard, ulong user, int guilds);

    [LoggerMessage(2002, LogLevel.Information, "Shard {Shard} resumed its session.")]
    public static partial void Resumed(ILogger logger, int shard);

    [LoggerMessage(2003, LogLevel.Warning, "Shard {Shard} lost its connection: {Reason} (close code {Code}). Back in {DelayMs:0} ms, resuming: {Resuming}.")]
    public static partial void Lost(ILogger logger, int shard, string reason, int code, double delayMs, bool resuming);

    [LoggerMessage(2004, LogLevel.Warning, "Shard {Shard}: a frame could not be read and was skipped (event {Event}).")]
    public static partial void Malformed(ILogger logger, int shard, string @event, Exception exception);

    [LoggerMessage(2005, LogLevel.Warning, "No session starts are left for today: waiting {Wait} for new ones.")]
    public static partial void StartsSpent(ILogger logger, TimeSpan wait);

    [LoggerMessage(2006, LogLevel.Warning, "The server did not answer at start ({Reason}): try {Attempt} of {Attempts}, next in {DelayMs:0} ms.")]
    public static partial void StartFailed(ILogger logger, string reason, int attempt, int attempts, double delayMs);

    [LoggerMessage(2007, LogLevel.Debug, "Shard {Shard}: the resume host does not answer, using the original one.")]
    public static partial void ResumeHostGivenUp(ILogger logger, int shard);

    [LoggerMessage(2008, LogLevel.Debug, "Shard {Shard}: event {Event} is not used.")]
    public static partial void EventUnused(ILogger logger, int shard, string @event);

    [LoggerMessage(2009, LogLevel.Warning, "Messages of guild {Guild} come without content: switch on MESSAGE CONTENT INTENT in the developer portal.")]
    public static partial void ContentMissing(ILogger logger, ulong guild);

    [LoggerMessage(2010, LogLevel.Debug, "Shard {Shard}: the gateway's address could not be asked for again ({Reason}); the known one serves.")]
    public static partial void AddressKept(ILogger logger, int shard, string reason);

    [LoggerMessage(2011, LogLevel.Warning, "How far the shards are could not be stored; after a crash more messages are read again.")]
    public static partial void ProgressNotStored(ILogger logger, Exception exception);

    [LoggerMessage(2012, LogLevel.Warning, "Shard {Shard} waits: how far it was cannot be read.")]
    public static partial void ProgressNotRead(ILogger logger, int shard, Exception exception);
}
