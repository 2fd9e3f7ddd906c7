using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Core.Cases;
using ModBot.Core.Messages;

namespace ModBot.Moderation;

/// <summary>
/// Carries out cases beside the judging, so that a rate limit never holds up the next verdict. What does not fit waits in the
/// store, where the sweep finds it.
/// </summary>
internal sealed partial class ActionQueue(ActionExecutor executor, ModerationFeed feed, ILogger<ActionQueue> logger) : BackgroundService
{
    private const int Capacity = 4_096;

    /// <summary>More than the rate limits of a few busy channels can keep waiting at once.</summary>
    private const int Workers = 16;

    private readonly Channel<Item> waiting = Channel.CreateBounded<Item>(Capacity);

    /// <summary>Takes a stored case with the hold on its message, which ends when its actions are done.</summary>
    public void Enqueue(ModerationCase moderationCase, IDisposable hold)
    {
        if (waiting.Writer.TryWrite(new Item(moderationCase, hold)))
            return;
        hold.Dispose();
        LogFull(moderationCase.Number, moderationCase.Key.GuildId);
    }

    /// <summary>Does what waits, on the caller's time.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (waiting.Reader.TryRead(out Item? item))
            await DoAsync(item, cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (Item item in waiting.Reader.ReadAllAsync(stoppingToken))
            await DoAsync(item, stoppingToken);
    }

    private async Task DoAsync(Item item, CancellationToken cancellationToken)
    {
        ModerationCase moderationCase = item.Case;
        try
        {
            await executor.ExecuteAsync(moderationCase, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The intent is stored: the sweep does again what is still pending.
            LogCaseFailed(fault, moderationCase.Number, moderationCase.Key.GuildId);
        }
        finally
        {
            item.Hold.Dispose();
        }

        feed.Publish(new HandledMessage(moderationCase.Key.GuildId, moderationCase.Key.MessageId, moderationCase.Disposition, moderationCase.Number));
    }

    private sealed record Item(ModerationCase Case, IDisposable Hold);

    [LoggerMessage(2050, LogLevel.Warning, "The action queue is full: case {Case} in guild {Guild} waits in the store")]
    private partial void LogFull(long @case, Snowflake guild);

    [LoggerMessage(2051, LogLevel.Error, "The actions of case {Case} in guild {Guild} failed; they are tried again")]
    private partial void LogCaseFailed(Exception fault, long @case, Snowflake guild);
}
