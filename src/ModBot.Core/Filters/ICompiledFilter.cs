using ModBot.Core.Filters.History;

namespace ModBot.Core.Filters;

/// <summary>A filter with its options compiled in. Immutable, shared by threads, without side effects.</summary>
public interface ICompiledFilter
{
    /// <summary>Looks at one occurrence of a kind that the filter watches and reports what it saw. Allocates only when it hits.</summary>
    void Inspect(Inspection inspection, HitSink hits);

    /// <summary>What the filter looks up in the history; by default nothing.</summary>
    HistoryNeed Need => default;
}
