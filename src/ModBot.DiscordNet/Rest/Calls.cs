using System.Globalization;
using System.Net;
using Discord;
using Discord.Net;
using ModBot.Core.Platform;

namespace ModBot.DiscordNet.Rest;

/// <summary>Makes calls of Discord.Net and turns what they throw into outcomes.</summary>
internal static class Calls
{
    private const int LongestReason = 512;

    /// <summary>Milliseconds: how long a call may wait for its rate limits.</summary>
    private const int LongestWait = 15 * 60 * 1000;

    /// <summary>Options with an audit-log reason, cut to what Discord takes.</summary>
    public static RequestOptions Options(CancellationToken cancellationToken, string? reason = null) => new()
    {
        CancelToken = cancellationToken,
        AuditLogReason = string.IsNullOrWhiteSpace(reason) ? null : Cut(reason),
        RetryMode = RetryMode.AlwaysRetry,
        // Tries are timed out one by one, further down; without a number here Discord.Net fails on its first rate limit.
        Timeout = LongestWait,
    };

    /// <summary>Runs a call; only cancellation is thrown.</summary>
    public static async Task<ActionOutcome> TryAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call();
            return ActionOutcome.Done;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome(fault);
        }
    }

    /// <summary>The outcome in the port's words.</summary>
    public static ActionOutcome Outcome(Exception fault) => fault switch
    {
        HttpException http => Outcome(http),
        TimeoutException or RateLimitedException or HttpRequestException or IOException or OperationCanceledException =>
            new ActionOutcome(OutcomeKind.Unavailable, $"Discord could not be reached: {fault.Message.TrimEnd('.')}."),
        ArgumentException or InvalidOperationException or NotSupportedException =>
            new ActionOutcome(OutcomeKind.Rejected, $"Discord.Net refused it: {fault.Message.ReplaceLineEndings(" ")}"),
        _ => new ActionOutcome(OutcomeKind.Unavailable, $"Discord.Net failed: {fault.Message.ReplaceLineEndings(" ")}"),
    };

    /// <summary>Discord's error code; 0 for none.</summary>
    public static int CodeOf(Exception fault) => fault is HttpException { DiscordCode: { } code } ? (int)code : 0;

    private static ActionOutcome Outcome(HttpException fault) => fault.HttpCode switch
    {
        HttpStatusCode.Unauthorized => new ActionOutcome(OutcomeKind.Rejected, "Discord refused the bot token."),
        HttpStatusCode.Forbidden => new ActionOutcome(OutcomeKind.Forbidden, Describe("Discord does not allow it", fault)),
        HttpStatusCode.NotFound => new ActionOutcome(OutcomeKind.NotFound, Describe("Discord does not know it", fault)),
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => new ActionOutcome(OutcomeKind.Unavailable, Describe("Discord could not be reached", fault)),
        >= HttpStatusCode.InternalServerError => new ActionOutcome(OutcomeKind.Unavailable, Describe("Discord could not be reached", fault)),
        _ => new ActionOutcome(OutcomeKind.Rejected, Describe("Discord refused it", fault)),
    };

    private static string Describe(string lead, HttpException fault)
    {
        int code = CodeOf(fault);
        string tail = code == 0 ? string.Create(CultureInfo.InvariantCulture, $" (HTTP {(int)fault.HttpCode})") : string.Create(CultureInfo.InvariantCulture, $" ({code})");
        return string.IsNullOrWhiteSpace(fault.Reason) ? $"{lead}{tail}." : $"{lead}: {fault.Reason}{tail}.";
    }

    private static string Cut(string reason)
    {
        if (reason.Length <= LongestReason)
            return reason;
        int end = char.IsHighSurrogate(reason[LongestReason - 2]) ? LongestReason - 2 : LongestReason - 1;
        return string.Concat(reason.AsSpan(0, end), "…");
    }
}
