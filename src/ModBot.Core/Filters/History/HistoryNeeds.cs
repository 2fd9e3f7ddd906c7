using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ModBot.Core.Filters.History;

/// <summary>What the rules of a set need to be remembered, and for how long. Immutable.</summary>
public sealed class HistoryNeeds
{
    /// <summary>The shortest that authors' messages are kept.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Authors' messages for a minute and nothing else.</summary>
    public static readonly HistoryNeeds Least = new([], []);

    /// <param name="needs">What filters asked for.</param>
    /// <param name="resting">Rules with a cooldown.</param>
    public HistoryNeeds(IEnumerable<HistoryNeed> needs, IEnumerable<string> resting)
    {
        HistoryNeed[] all = [.. needs];
        Authors = Longest(all, HistoryPart.Authors) is var authors && authors < Shortest ? Shortest : authors;
        Contents = Longest(all, HistoryPart.Contents);
        Members = Longest(all, HistoryPart.Members);
        Sums =
        [
            .. all.Where(need => need.Part == HistoryPart.Sums)
                .GroupBy(need => (need.What, need.Per))
                .Select(group => new HistoryNeed(HistoryPart.Sums, Cut(group.Max(need => need.Window)), group.Key.What, group.Key.Per)),
        ];
        Resting = resting.ToFrozenSet(StringComparer.Ordinal);
    }

    public TimeSpan Authors { get; }

    /// <summary>Zero where no rule asks.</summary>
    public TimeSpan Contents { get; }

    /// <summary>Zero where no rule asks.</summary>
    public TimeSpan Members { get; }

    public ImmutableArray<HistoryNeed> Sums { get; }

    /// <summary>Rules whose last hits are remembered.</summary>
    public FrozenSet<string> Resting { get; }

    private static TimeSpan Longest(HistoryNeed[] needs, HistoryPart part) =>
        Cut(needs.Where(need => need.Part == part).Select(need => need.Window).DefaultIfEmpty(TimeSpan.Zero).Max());

    private static TimeSpan Cut(TimeSpan window) => window > BehaviourHistory.LongestWindow ? BehaviourHistory.LongestWindow : window;
}
