namespace ModBot.Core.Filters;

/// <summary>A filter with its options compiled in. Immutable, shared by threads, without side effects.</summary>
public interface ICompiledFilter
{
    /// <summary>Looks at one occurrence of a kind that the filter watches and reports what it saw. Allocates only when it hits.</summary>
    void Inspect(Inspection inspection, HitSink hits);

    /// <summary>How far back the filter looks in the history; zero where it does not.</summary>
    TimeSpan Window => TimeSpan.Zero;
}
