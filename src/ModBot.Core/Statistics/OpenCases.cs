namespace ModBot.Core.Statistics;

/// <summary>How many cases wait for a review, each counted no further than <see cref="Most"/>.</summary>
public sealed record OpenCases(long Flagged, long Deleted, long Shadow)
{
    /// <summary>Counting stops here.</summary>
    public const long Most = 10_000;
}
