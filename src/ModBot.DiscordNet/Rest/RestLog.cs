using Microsoft.Extensions.Logging;

namespace ModBot.DiscordNet.Rest;

/// <summary>Event ids 2650-2699.</summary>
internal static partial class RestLog
{
    [LoggerMessage(2650, LogLevel.Information, "{Method} {Endpoint} failed with HTTP {Status}; try {Attempt} is over.")]
    public static partial void Retrying(ILogger logger, string method, string endpoint, int status, int attempt);

    [LoggerMessage(2651, LogLevel.Information, "{Method} {Endpoint} broke off ({Why}); try {Attempt} is over.")]
    public static partial void Broken(ILogger logger, string method, string endpoint, int attempt, string why);

    [LoggerMessage(2652, LogLevel.Warning, "A message that was read could not be understood.")]
    public static partial void Unreadable(ILogger logger, Exception exception);

    [LoggerMessage(2653, LogLevel.Warning, "Reading channel {Channel} ended early: {Why}")]
    public static partial void HistoryEnded(ILogger logger, ulong channel, string why);

    [LoggerMessage(2654, LogLevel.Information, "Commands registered: {Count}.")]
    public static partial void CommandsWritten(ILogger logger, int count);

    [LoggerMessage(2655, LogLevel.Debug, "The membership of user {User} in guild {Guild} could not be read: {Why}")]
    public static partial void MembershipUnknown(ILogger logger, ulong guild, ulong user, string why);
}
