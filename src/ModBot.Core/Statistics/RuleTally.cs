namespace ModBot.Core.Statistics;

/// <summary>How a rule's cases fared in review.</summary>
/// <param name="Rule">The rule that led them.</param>
/// <param name="Cases">All of its cases.</param>
/// <param name="Upheld">Those that a moderator upheld.</param>
/// <param name="Overturned">Those that a moderator overturned.</param>
public sealed record RuleTally(string Rule, long Cases, long Upheld, long Overturned)
{
    public long Reviewed => Upheld + Overturned;

    /// <summary>The share of reviewed cases that were upheld, 0..1; null where none was reviewed.</summary>
    public double? Precision => Reviewed == 0 ? null : (double)Upheld / Reviewed;

    /// <summary>
    /// Between which shares the true precision lies with 95 % confidence, were the reviewed cases drawn at random (Wilson score
    /// interval); null where none was reviewed.
    /// </summary>
    public (double Low, double High)? Confidence
    {
        get
        {
            if (Precision is not { } share)
                return null;
            const double Z = 1.959964;
            double n = Reviewed;
            double centre = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
            double half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
            return (Math.Max(0, centre - half), Math.Min(1, centre + half));
        }
    }
}
