using System.Collections.Immutable;
using ModBot.Core.Messages;

namespace ModBot.Core.Rules;

/// <summary>A stored version of a guild's rules: who made it, when, and what changed.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="AuthorId">0 where nobody on the platform did it.</param>
/// <param name="AuthorName">As it was then.</param>
/// <param name="Change">The first line says what the author did; what follows is the difference.</param>
/// <param name="At">When.</param>
public sealed record RuleSetRevision(RuleSet Rules, Snowflake AuthorId, string AuthorName, string Change, DateTimeOffset At)
{
    /// <summary>UTF-16 units of a difference that the history keeps.</summary>
    private const int LongestDifference = 4_000;

    /// <summary>What the author did, without the difference.</summary>
    public string Summary => Change.Split('\n', 2)[0];

    /// <summary>The difference; empty for versions that were stored without one.</summary>
    public string Difference => Change.Split('\n', 2) is [_, var difference] ? difference : "";

    /// <summary>A version with what changed as its description.</summary>
    public static RuleSetRevision Of(RuleSet rules, Snowflake authorId, string authorName, string summary, ImmutableArray<RuleChange> changes, DateTimeOffset at) =>
        new(rules, authorId, authorName, $"{summary.ReplaceLineEndings(" ")}\n{RuleSetDiff.Text(changes, LongestDifference)}", at);
}
