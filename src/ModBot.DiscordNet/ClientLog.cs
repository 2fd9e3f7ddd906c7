using Discord;
using Microsoft.Extensions.Logging;

namespace ModBot.DiscordNet;

/// <summary>Discord.Net's own log. Event id 2690.</summary>
internal static partial class ClientLog
{
    public static void Write(ILogger logger, LogMessage message)
    {
        // Every stop is a cancelled task to Discord.Net.
        LogLevel level = message.Exception is OperationCanceledException ? LogLevel.Debug : LevelOf(message.Severity);
        if (logger.IsEnabled(level))
            Said(logger, level, message.Source, message.Message ?? message.Exception?.Message ?? "", message.Exception);
    }

    [LoggerMessage(EventId = 2690, Message = "{Source}: {Message}")]
    private static partial void Said(ILogger logger, LogLevel level, string source, string message, Exception? exception);

    private static LogLevel LevelOf(LogSeverity severity) => severity switch
    {
        LogSeverity.Critical => LogLevel.Critical,
        LogSeverity.Error => LogLevel.Error,
        LogSeverity.Warning => LogLevel.Warning,
        LogSeverity.Info => LogLevel.Information,
        LogSeverity.Verbose => LogLevel.Debug,
        _ => LogLevel.Trace,
    };
}
