using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ModBot.Storage.Search;

/// <summary>Takes up cases that are due to be indexed, a moment after they are stored.</summary>
internal sealed partial class CaseIndexWorker(CaseIndex index, TimeProvider time, ILogger<CaseIndexWorker> logger) : BackgroundService
{
    private const int Most = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await index.CatchUpAsync(Most, stoppingToken);
            }
            catch (StorageException exception)
            {
                // A full disk or a lock passes; what is due stays due.
                IndexFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(4010, LogLevel.Warning, "Cases could not be indexed for search; trying again later")]
    private partial void IndexFailed(Exception exception);
}
