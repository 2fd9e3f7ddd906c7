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

    /// <summary>What is to be done, in the order of doing; empty in shadow. A log verdict has some where a rule asks for actions only.</summary>
    public IReadOnlyList<RuleAction> Actions { get; init; } = [];

    /// <summary>What would have been done if the guild and all its rules were in enforce mode.</summary>
    public IReadOnlyList<RuleAction> IntendedActions { get; init; } = [];

    /// <summary>True where something is done, or shadow kept it from being done.</summary>
    public bool IsNotable => Intended > Disposition.Log || IntendedActions.Count > 0;

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

    /// <summary>Messages with the same key within one guild form one incident; null for a case of its own.</summary>
    public string? IncidentKey { get; init; }

    /// <summary>The hit that carries the disposition; null where nothing matched.</summary>
    public Hit? Leading => Hits.Count > 0 ? Hits[0] : null;
}
