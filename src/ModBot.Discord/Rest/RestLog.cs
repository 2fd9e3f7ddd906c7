using Microsoft.Extensions.Logging;

namespace ModBot.Discord.Rest;

/// <summary>Event ids 2100-2199. Routes are named by template and id; tokens and contents never appear.</summary>
internal static partial class RestLog
{
    [LoggerMessage(2100, LogLevel.Warning, "Trying a REST call again: attempt {Attempt} after status {Status}, in {DelayMs:0} ms.")]
    public static partial void Retrying(ILogger logger, int attempt, int status, double delayMs);

    [LoggerMessage(2101, LogLevel.Error, "Discord refused the bot token (HTTP 401). Calls rest for a minute.")]
    public static partial void TokenRefused(ILogger logger);

    [LoggerMessage(2102, LogLevel.Warning, "Not allowed: {Method} {Route} for {Major} (error {Code}).")]
    public static partial void Forbidden(ILogger logger, string method, string route, string major, int code);

    [LoggerMessage(2103, LogLevel.Warning, "Rate limited: {Method} {Route}, scope {Scope}, for {DelayMs:0} ms.")]
    public static partial void Limited(ILogger logger, string method, string route, string scope, double delayMs);

    [LoggerMessage(2104, LogLevel.Warning, "Reading the history of channel {Channel} ended early: {Outcome}.")]
    public static partial void HistoryEnded(ILogger logger, ulong channel, string outcome);

    [LoggerMessage(2105, LogLevel.Information, "Registered {Count} commands.")]
    public static partial void CommandsRegistered(ILogger logger, int count);

    [LoggerMessage(2106, LogLevel.Debug, "The {Count} registered commands are up to date.")]
    public static partial void CommandsUnchanged(ILogger logger, int count);

    [LoggerMessage(2107, LogLevel.Warning, "A REST answer could not be read: {Route}.")]
    public static partial void Unreadable(ILogger logger, string route, Exception exception);

    [LoggerMessage(2108, LogLevel.Information, "A call that the known permissions forbid ({Key}) was tried once; allowed after all: {Allowed}.")]
    public static partial void Probed(ILogger logger, string key, bool allowed);
}
