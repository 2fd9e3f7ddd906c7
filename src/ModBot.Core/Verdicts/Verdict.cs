using ModBot.Core.Rules;

namespace ModBot.Core.Verdicts;

/// <summary>The decision about one revision of one message, with everything it rests on. A value: it has done nothing.</summary>
public sealed record Verdict
{
    public required Disposition Disposition { get; init; }

    /// <summary>The model's calibrated probability of spam, 0..1.</summary>
    public required float Spam { get; init; }

    public required CategorySet Categories { get; init; }

    /// <summary>Every hit, those of rules in shadow included; harshest first.</summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    public IReadOnlyList<FilterError> Errors { get; init; } = [];

    /// <summary>What the hits ask for when they act, in the order of doing; empty for a log verdict and in shadow.</summary>
    public IReadOnlyList<RuleAction> Actions { get; init; } = [];

    public required int RuleSetVersion { get; init; }

    public required string ModelVersion { get; init; }

    /// <summary>Whether the author had standing when this was judged.</summary>
    public required bool Standing { get; init; }

    /// <summary>Why the disposition is milder than the hits asked for (standing, errors, shadow), one sentence each.</summary>
    public IReadOnlyList<string> Mitigations { get; init; } = [];

    /// <summary>Rules that did not look, and why (an exempt role, channel or moderator).</summary>
    public IReadOnlyList<string> Exemptions { get; init; } = [];

    /// <summary>What the guild would have had if its mode, or the rules', were enforce.</summary>
    public required Disposition Intended { get; init; }

    /// <summary>The hit that carries the disposition; null where nothing matched.</summary>
    public Hit? Leading => Hits.Count > 0 ? Hits[0] : null;
}
