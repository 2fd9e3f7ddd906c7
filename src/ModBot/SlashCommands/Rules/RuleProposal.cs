using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Documents;

namespace ModBot.SlashCommands.Rules;

/// <summary>Rules that somebody wants to take over, shown before they are stored.</summary>
internal sealed record RuleProposal
{
    /// <summary>Random; part of the buttons' custom ids.</summary>
    public required string Id { get; init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake UserId { get; init; }

    /// <summary>What the history will say.</summary>
    public required string Summary { get; init; }

    /// <summary>Every rule of the server makes way; else only those of the same names do.</summary>
    public required bool ReplacesAll { get; init; }

    /// <summary>The document.</summary>
    public required string Text { get; init; }

    /// <summary>The server's roles and channels.</summary>
    public required IReadOnlyList<NamedId> Here { get; init; }

    /// <summary>What somebody said that unknown ids become.</summary>
    public ImmutableDictionary<Snowflake, Snowflake> Answers { get; init; } = ImmutableDictionary<Snowflake, Snowflake>.Empty;

    /// <summary>The version against which the difference was shown last.</summary>
    public int ShownAgainst { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>What the server's rules become.</summary>
    public RuleSet ApplyTo(RuleSet source, RuleSet proposed)
    {
        int version = source.Version + 1;
        if (ReplacesAll)
            return proposed with { Version = version };
        RuleSet merged = proposed.Rules.Aggregate(source, (rules, rule) => rules.With(rule));
        return merged with
        {
            Version = version,
            Strikes = proposed.Strikes == StrikePolicy.Default ? source.Strikes : proposed.Strikes,
            Counters = [.. source.Counters.Where(known => proposed.Counters.All(counter => counter.Name != known.Name)), .. proposed.Counters],
        };
    }
}
