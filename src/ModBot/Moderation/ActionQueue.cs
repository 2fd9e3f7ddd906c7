using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>
/// Carries out cases beside the judging, so that a rate limit never holds up the next verdict. What does not fit waits in the
/// store, where the sweep finds it once its lease has run out.
/// </summary>
internal sealed partial class ActionQueue(
    ActionExecutor executor, IActionOutbox outbox, ModerationFeed feed, ICaseFeed cases, TimeProvider time, ILogger<ActionQueue> logger) : BackgroundService
{
    private const int Capacity = 4_096;

    /// <summary>Cases that wait for the platform together: in a raid what they ask for goes out together. Waiting costs little.</summary>
    private const int Workers = 256;

    private static readonly TimeSpan RenewEvery = IActionOutbox.Lease / 3;

    private readonly Channel<ModerationCase> waiting = Channel.CreateBounded<ModerationCase>(Capacity);
    private readonly ConcurrentDictionary<ModerationCase, byte> held = new(ReferenceEqualityComparer.Instance);

    /// <summary>False where nothing more fits.</summary>
    public bool HasRoom => waiting.Reader.Count < Capacity;

    /// <summary>Takes a case whose actions this process has leased; the leases are renewed until they are done.</summary>
    public void Enqueue(ModerationCase moderationCase)
    {
        held[moderationCase] = 0;
        if (waiting.Writer.TryWrite(moderationCase))
            return;
        held.TryRemove(moderationCase, out _);
        LogFull(moderationCase.Number, moderationCase.Key.GuildId);
    }

    /// <summary>Does what waits, on the caller's time.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (waiting.Reader.TryRead(out ModerationCase? moderationCase))
            await DoAsync(moderationCase, cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([RenewAsync(stoppingToken), .. Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken))]);

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (ModerationCase moderationCase in waiting.Reader.ReadAllAsync(stoppingToken))
            await DoAsync(moderationCase, stoppingToken);
    }

    private async Task DoAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
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
            held.TryRemove(moderationCase, out _);
        }

        feed.Publish(new HandledMessage(moderationCase.Key.GuildId, moderationCase.Key.MessageId, moderationCase.Disposition, moderationCase.Number));
        cases.Publish(new CaseChange(moderationCase.Key.GuildId, moderationCase.Number, CaseChangeKind.Opened, moderationCase.Private));
    }

    private async Task RenewAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RenewEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (long[] ids in held.Keys.SelectMany(moderationCase => moderationCase.Actions).Select(action => action.Id).Chunk(1_000))
                    await outbox.RenewAsync(ids, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogNotRenewed(fault);
            }
        }
    }

    [LoggerMessage(2050, LogLevel.Warning, "The action queue is full: case {Case} in guild {Guild} waits in the store")]
    private partial void LogFull(long @case, Snowflake guild);

    [LoggerMessage(2051, LogLevel.Error, "The actions of case {Case} in guild {Guild} failed; they are tried again")]
    private partial void LogCaseFailed(Exception fault, long @case, Snowflake guild);

    [LoggerMessage(2052, LogLevel.Warning, "The leases on waiting actions could not be renewed; another process may take them over")]
    private partial void LogNotRenewed(Exception fault);
}
