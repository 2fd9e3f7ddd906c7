using ModBot.Core.Rules;

namespace ModBot.Core.Members;

/// <summary>A member's strike points, from what they were given and how the server's strikes decay.</summary>
public static class StrikeTally
{
    /// <summary>The points at a moment; never less than 0.</summary>
    /// <param name="entries">Oldest first; refunded ones and those after the moment do not count.</param>
    /// <param name="policy">How points decay.</param>
    /// <param name="at">The moment.</param>
    public static double PointsAt(IEnumerable<StrikeEntry> entries, StrikePolicy policy, DateTimeOffset at)
    {
        double points = 0;
        DateTimeOffset since = default;
        foreach (StrikeEntry entry in entries)
        {
            if (entry.IsRefunded || entry.At > at)
                continue;
            points = Math.Max(0, policy.PointsAfter(points, entry.At - since) + entry.Points);
            since = entry.At;
        }

        return policy.PointsAfter(points, at - since);
    }
}
