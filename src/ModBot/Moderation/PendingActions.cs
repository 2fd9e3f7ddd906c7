using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>Picks up what was intended and not done: what a dead process left behind, and what is to be tried again.</summary>
internal sealed partial class PendingActions(IActionOutbox outbox, ActionQueue queue, ModerationFeed feed, TimeProvider time, ILogger<PendingActions> logger) : BackgroundService
{
    private const int Page = 200;

    /// <summary>Pages of one sweep; the next one goes on from there.</summary>
    private const int MaximumPages = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(10);

    private long position;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = Pause;
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogSweepFailed(fault);
                pause = PauseAfterFault;
            }

            await feed.WaitForArrivalAsync(pause, time, stoppingToken);
        }
    }

    /// <summary>Takes over what is due in the guilds that this process serves, as much as its queue holds.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        for (int page = 0; page < MaximumPages; page++)
        {
            IReadOnlyList<DueCase> due = await outbox.ListDueAsync(position, Page, cancellationToken);
            foreach (DueCase entry in due)
            {
                if (!queue.HasRoom)
                    return;
                position = entry.Position;
                // Before the platform has shown the guild, permissions are unknown and every call would fail.
                if (!feed.HasArrived(entry.GuildId) || await outbox.ClaimAsync(entry.GuildId, entry.Number, cancellationToken) is not { } claimed)
                    continue;
                LogPickedUp(entry.Number, entry.GuildId);
                queue.Enqueue(claimed);
            }

            if (due.Count < Page)
            {
                position = 0;
                return;
            }
        }
    }

    [LoggerMessage(2020, LogLevel.Information, "Picking up the pending actions of case {Case} in guild {Guild}")]
    private partial void LogPickedUp(long @case, Snowflake guild);

    [LoggerMessage(2021, LogLevel.Error, "Pending actions could not be read; they are tried again")]
    private partial void LogSweepFailed(Exception fault);
}
