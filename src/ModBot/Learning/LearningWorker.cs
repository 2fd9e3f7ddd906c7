using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Storage;

namespace ModBot.Learning;

/// <summary>Lets every guild's reviews calibrate its thresholds, and takes back what does worse, a few times a day.</summary>
internal sealed partial class LearningWorker(GuildLearning learning, IModerationLog log, TimeProvider time, ILogger<LearningWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LearnAsync(stoppingToken);
    }

    /// <summary>One round over all guilds with cases.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (Snowflake guild in await log.ListGuildsAsync(cancellationToken))
                await learning.LearnAsync(guild, GuildLearning.ByItself, cancellationToken);
        }
        catch (StorageException fault)
        {
            LogFailed(fault);
        }
    }

    [LoggerMessage(2065, LogLevel.Warning, "The thresholds could not be calibrated; trying again in some hours")]
    private partial void LogFailed(StorageException fault);
}
