using Microsoft.Extensions.Logging;

namespace ModBot.DiscordNet.Gateway;

/// <summary>Event ids 2600-2649.</summary>
internal static partial class TapLog
{
    [LoggerMessage(2600, LogLevel.Warning, "The gateway closed the connection ({Code}, {Meaning}).")]
    public static partial void Closed(ILogger logger, int code, string meaning);

    [LoggerMessage(2601, LogLevel.Warning, "A gateway frame of {Length} bytes could not be read.")]
    public static partial void Unreadable(ILogger logger, int length, Exception exception);

    [LoggerMessage(2602, LogLevel.Warning, "The resume address {Host} does not answer: the session is resumed at the first address.")]
    public static partial void ResumeAddressGivenUp(ILogger logger, string host);

    [LoggerMessage(2603, LogLevel.Debug, "Message {Message} of guild {Guild}, channel {Channel} was not passed on by Discord.Net; it is read over REST.")]
    public static partial void NotPassedOn(ILogger logger, ulong guild, ulong channel, ulong message);

    [LoggerMessage(2604, LogLevel.Error, "Discord.Net's {Event} could not be taken.")]
    public static partial void EventFailed(ILogger logger, string @event, Exception exception);

    [LoggerMessage(2605, LogLevel.Warning, "Messages come without content in guild {Guild}: switch on the Message Content intent.")]
    public static partial void ContentMissing(ILogger logger, ulong guild);

    [LoggerMessage(2606, LogLevel.Warning, "Connecting to {Host} failed ({Tries} times in a row).")]
    public static partial void HandshakeFailed(ILogger logger, string host, int tries, Exception exception);
}
