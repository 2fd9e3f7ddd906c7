using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>Picks up what was intended and not done: after a crash at once, and what failed for a while again and again.</summary>
internal sealed partial class PendingActions(IModerationLog log, ActionExecutor executor, ModerationFeed feed, TimeProvider time, ILogger<PendingActions> logger) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogSweepFailed(fault);
            }

            await feed.WaitForArrivalAsync(Pause, time, stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CaseAction> pending = await log.ListPendingActionsAsync(Batch, cancellationToken);
        foreach ((Snowflake guild, long number) in pending.Select(action => (action.GuildId, action.CaseNumber)).Distinct())
        {
            // Before the platform has shown the guild, permissions are unknown and every call would fail.
            if (!feed.HasArrived(guild) || await log.GetCaseAsync(guild, number, cancellationToken) is not { } found)
                continue;
            using IDisposable? hold = executor.TryHold(found.Key);
            if (hold is null || await log.GetCaseAsync(guild, number, cancellationToken) is not { } current)
                continue;
            LogPickedUp(number, guild);
            await executor.ExecuteAsync(current, cancellationToken);
        }
    }

    [LoggerMessage(2020, LogLevel.Information, "Picking up the pending actions of case {Case} in guild {Guild}")]
    private partial void LogPickedUp(long @case, Snowflake guild);

    [LoggerMessage(2021, LogLevel.Error, "Pending actions could not be read; they are tried again")]
    private partial void LogSweepFailed(Exception fault);
}
