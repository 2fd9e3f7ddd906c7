using ModBot.Core.Statistics;

namespace ModBot.Dashboard.Pages;

/// <summary>Figures of the last days.</summary>
public sealed record ChartsModel
{
    /// <summary>The spans to choose from, days.</summary>
    public static readonly IReadOnlyList<int> Spans = [7, 30, 90, 365];

    public required PageFrame Frame { get; init; }

    /// <summary>One of <see cref="Spans"/>.</summary>
    public required int Days { get; init; }

    /// <summary>Every day of the span, those without messages too.</summary>
    public required IReadOnlyList<DailyVerdicts> Verdicts { get; init; }

    public required IReadOnlyList<RuleTally> Rules { get; init; }

    /// <summary>Cases by spam score, equal bins from 0 to 1.</summary>
    public required IReadOnlyList<long> Scores { get; init; }

    public required ReviewLatency Latency { get; init; }
}
