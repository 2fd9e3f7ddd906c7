using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Cases;

/// <summary>A numbered, append-only record of one verdict that acted (or, in shadow, would have).</summary>
public sealed record ModerationCase
{
    /// <summary>From 1, without gaps, per guild.</summary>
    public required long Number { get; init; }

    public required MessageKey Key { get; init; }

    public required Snowflake ChannelId { get; init; }

    public required Snowflake AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required Disposition Disposition { get; init; }

    /// <summary>What it would have been in enforce mode.</summary>
    public required Disposition Intended { get; init; }

    public required CategorySet Categories { get; init; }

    public required float Spam { get; init; }

    /// <summary>The leading hit's rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Null once it has expired or was erased.</summary>
    public required CaseEvidence? Evidence { get; init; }

    public required int RuleSetVersion { get; init; }

    public required string ModelVersion { get; init; }

    public bool Private { get; init; }

    /// <summary>The number of the incident's first case; the case's own number where it stands alone.</summary>
    public required long IncidentNumber { get; init; }

    /// <summary>Where the review card stands; null while there is none.</summary>
    public MessageReference? Card { get; init; }

    public IReadOnlyList<CaseAction> Actions { get; init; } = [];

    /// <summary>The actions that whoever has this value may do, by id; null for all of them.</summary>
    public IReadOnlySet<long>? Claimed { get; init; }

    /// <summary>Oldest first; the first one decided.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];
}
