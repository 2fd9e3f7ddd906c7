using Microsoft.Extensions.Logging;

namespace ModBot.Discord.Lanes;

/// <summary>Event ids 2200-2299.</summary>
internal sealed partial class LaneLog(ILogger logger)
{
    [LoggerMessage(2200, LogLevel.Error, "The handler failed on {Event} of guild {Guild}.")]
    public partial void HandlerFailed(ulong guild, string @event, Exception exception);

    [LoggerMessage(2201, LogLevel.Warning, "The queue of guild {Guild} is full: messages of channel {Channel} will be read over REST.")]
    public partial void QueueFull(ulong guild, ulong channel);

    [LoggerMessage(2202, LogLevel.Error, "The queue of guild {Guild} is full: {Event} was dropped.")]
    public partial void EventDropped(ulong guild, string @event);

    [LoggerMessage(2203, LogLevel.Information, "Caught up in guild {Guild}, channel {Channel}: {Count} messages, complete: {Complete}.")]
    public partial void Filled(ulong guild, ulong channel, int count, bool complete);

    [LoggerMessage(2204, LogLevel.Warning, "Cannot catch up in guild {Guild}, channel {Channel}: {Reason}")]
    public partial void FillRefused(ulong guild, ulong channel, string reason);

    [LoggerMessage(2205, LogLevel.Error, "Catching up in guild {Guild}, channel {Channel} failed.")]
    public partial void FillFailed(ulong guild, ulong channel, Exception exception);

    [LoggerMessage(2206, LogLevel.Debug, "{Event} of guild {Guild} was cut short by the end of the run.")]
    public partial void HandlerStopped(ulong guild, string @event);

    [LoggerMessage(2207, LogLevel.Warning, "{Count} handlers were still at work when the run ended.")]
    public partial void HandlersBusy(int count);
}
