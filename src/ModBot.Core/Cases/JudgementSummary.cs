using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Cases;

/// <summary>What is remembered of a judged message, log verdicts included, until it is pruned.</summary>
public sealed record JudgementSummary
{
    public required MessageKey Key { get; init; }

    public required Snowflake ChannelId { get; init; }

    public required Snowflake AuthorId { get; init; }

    public required Disposition Disposition { get; init; }

    public required CategorySet Categories { get; init; }

    public required float Spam { get; init; }

    /// <summary>The leading hit's rule; empty where nothing matched.</summary>
    public required string Rule { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }

    /// <summary>Null for a log verdict.</summary>
    public long? CaseNumber { get; init; }
}
