using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Core.Ports;

namespace ModBot.Storage;

/// <summary>Removes expired entries and evidence, at start and then at every <see cref="StorageOptions.PruneInterval"/>.</summary>
internal sealed partial class RetentionWorker(IModerationLog log, StorageOptions options, TimeProvider time, ILogger<RetentionWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.PruneInterval, time);
        do
        {
            try
            {
                DateTimeOffset now = time.GetUtcNow();
                (int recent, int evidence) = await log.PruneAsync(now - options.RecentRetention, now, stoppingToken);
                if (recent + evidence > 0)
                    Pruned(recent, evidence);
            }
            catch (StorageException exception)
            {
                // A full disk or a lock passes; what was not removed now is removed next time.
                PruneFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(4001, LogLevel.Information, "Removed {Recent} recent entries and {Evidence} pieces of expired evidence")]
    private partial void Pruned(int recent, int evidence);

    [LoggerMessage(4002, LogLevel.Warning, "Expired entries could not be removed; trying again later")]
    private partial void PruneFailed(StorageException exception);
}
