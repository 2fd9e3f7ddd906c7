using System.Runtime.InteropServices;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>What a message's words say about abuse: at most one finding a category. Valid until the next message is loaded.</summary>
public sealed class AbuseAnalysis
{
    private readonly List<AbuseFinding> findings = [];
    private readonly List<AbuseWord> words = [];

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<AbuseFinding> Findings => findings;

    /// <summary>The categories found.</summary>
    public CategorySet Categories { get; private set; }

    /// <summary>Every offensive word, also where it is quoted, reported or harmless in its place.</summary>
    internal ReadOnlySpan<AbuseWord> Words => CollectionsMarshal.AsSpan(words);

    /// <summary>The finding of that category; null where there is none.</summary>
    public AbuseFinding? Find(Category category) =>
        Categories.Contains(category) ? findings.Find(finding => finding.Category == category) : null;

    internal void Clear()
    {
        findings.Clear();
        words.Clear();
        Categories = CategorySet.Empty;
    }

    internal void Add(in AbuseWord word) => words.Add(word);

    /// <summary>Adds a finding, or lets it replace a milder one of the same category.</summary>
    internal void Add(AbuseFinding finding)
    {
        int same = findings.FindIndex(known => known.Category == finding.Category);
        if (same < 0)
            findings.Add(finding);
        else if (findings[same].Severity < finding.Severity)
            findings[same] = finding;
        Categories = Categories.With(finding.Category);
    }
}
