namespace ModBot.Core.Statistics;

/// <summary>How long cases waited for their first review.</summary>
/// <param name="Bounds">Upper bounds of the bins but the last, rising.</param>
/// <param name="Counts">Cases a bin; one more than bounds.</param>
/// <param name="Median">Half of the reviewed cases waited no longer; null where none was reviewed.</param>
public sealed record ReviewLatency(IReadOnlyList<TimeSpan> Bounds, IReadOnlyList<long> Counts, TimeSpan? Median)
{
    public long Reviewed => Counts.Sum();
}
