namespace ModBot.Core.Statistics;

/// <summary>How many messages of one day (UTC) were judged, by what became of them.</summary>
public sealed record DailyVerdicts(DateOnly Day, long Logged, long Flagged, long Deleted)
{
    public long All => Logged + Flagged + Deleted;
}
