namespace ModBot.Storage.Search;

/// <summary>A condition that may lead a search: an index finds its cases in the order of their numbers.</summary>
/// <param name="Leading">The condition as an index serves it.</param>
/// <param name="Following">The same, written so that no index is chosen for it: for when another condition leads.</param>
/// <param name="Probe">One row for each of its cases, to see whether they are few.</param>
internal sealed record Criterion(string Leading, string Following, string Probe)
{
    /// <summary>The hash's parameter where the condition is a term; it leads from the term's own table.</summary>
    public string? Term { get; init; }
}
