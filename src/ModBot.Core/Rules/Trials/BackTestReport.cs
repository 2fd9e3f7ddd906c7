using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.Trials;

/// <summary>What a rule would have done to recorded messages. Counts and ids only; of what members wrote it holds nothing.</summary>
public sealed record BackTestReport
{
    /// <summary>How many messages were judged.</summary>
    public required int Messages { get; init; }

    /// <summary>The time of the oldest; null where there was none.</summary>
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    /// <summary>Messages that the rule hit, by what it would have come to; the harshest hit of a message counts.</summary>
    public required ImmutableSortedDictionary<Disposition, int> Hits { get; init; }

    /// <summary>Different authors of those messages.</summary>
    public required int Authors { get; init; }

    /// <summary>Those of them with standing at the time.</summary>
    public required int WithStanding { get; init; }

    /// <summary>Those of them who had been members for a year or more.</summary>
    public required int LongStanding { get; init; }

    /// <summary>How many of the hit messages other rules asked to flag or delete too, by rule, most first.</summary>
    public required ImmutableArray<(string Rule, int Messages)> Overlaps { get; init; }

    /// <summary>Hit messages that no other rule asked to flag or delete.</summary>
    public required int Alone { get; init; }

    /// <summary>The first hits, by author at most one, then any.</summary>
    public required ImmutableArray<BackTestSample> Samples { get; init; }

    /// <summary>Messages on which the rule's filter failed.</summary>
    public required int Failures { get; init; }

    /// <summary>Rules that left messages alone because of an exemption: how many of this rule's.</summary>
    public required int Exempt { get; init; }

    public int HitCount => Hits.Values.Sum();
}

/// <summary>A message that a rule hit.</summary>
/// <param name="Message">Where it stands.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Disposition">What it would have come to.</param>
public sealed record BackTestSample(MessageReference Message, Snowflake Author, Disposition Disposition);
