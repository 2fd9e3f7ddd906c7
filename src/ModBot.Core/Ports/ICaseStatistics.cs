using ModBot.Core.Messages;
using ModBot.Core.Statistics;

namespace ModBot.Core.Ports;

/// <summary>Figures about a guild's moderation. They hold no content and outlive evidence.</summary>
public interface ICaseStatistics
{
    /// <summary>Judged messages by day, the days without any left out, oldest first.</summary>
    Task<IReadOnlyList<DailyVerdicts>> CountByDayAsync(CaseRange range, CancellationToken cancellationToken);

    /// <summary>Every rule that led a case, most cases first.</summary>
    Task<IReadOnlyList<RuleTally>> TallyRulesAsync(CaseRange range, CancellationToken cancellationToken);

    /// <summary>Cases by spam score: bin i of <paramref name="bins"/> (1..100) holds those from i/bins to below (i+1)/bins, the last one those of 1 too.</summary>
    Task<IReadOnlyList<long>> DistributeScoresAsync(CaseRange range, int bins, CancellationToken cancellationToken);

    /// <summary>How long the range's cases waited for their first review.</summary>
    Task<ReviewLatency> MeasureLatencyAsync(CaseRange range, CancellationToken cancellationToken);

    /// <summary>What waits for a review now.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="includePrivate">Private cases too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<OpenCases> CountOpenAsync(Snowflake guild, bool includePrivate, CancellationToken cancellationToken);
}
