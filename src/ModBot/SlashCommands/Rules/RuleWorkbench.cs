using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary>What the commands about rules share: finding a rule, changing the set, suggesting names.</summary>
internal sealed class RuleWorkbench(GuildRules rules, FilterRegistry filters, RuleSetJson json, RuleSetDiff diff)
{
    /// <summary>Discord's limit for suggestions.</summary>
    public const int Suggestions = 25;

    private const int LongestDiff = 1_200;

    public RuleEditor Editor { get; } = new(json);

    public Task<RuleSet> SourceAsync(Snowflake guild, CancellationToken cancellationToken) => rules.GetSourceAsync(guild, cancellationToken);

    /// <exception cref="CommandFault">There is none; the message names similar ones.</exception>
    public static Rule Find(RuleSet source, string? name)
    {
        if (name is null)
            throw new CommandFault("Name a rule: `rule:…` suggests them while you type.");
        if (source.Find(name) is { } rule)
            return rule;
        string[] near = [.. source.Rules.Select(known => known.Name).Where(known => known.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(known, StringComparison.OrdinalIgnoreCase)).Take(3)];
        string hint = near.Length == 0 ? "`/rules list` shows them all." : $"Did you mean {string.Join(" or ", near.Select(known => CommandReply.Span(known)))}?";
        throw new CommandFault($"There is no rule {CommandReply.Span(name, 40)}. {hint}");
    }

    /// <exception cref="CommandFault">There is no such filter.</exception>
    public FilterDefinition Filter(string id) => filters.Find(id)
        ?? throw new CommandFault($"There is no filter {CommandReply.Span(id, 40)}. There is: {string.Join(", ", filters.All.Select(known => CommandReply.Span(known.Id)))}.");

    public FilterDefinition FilterOf(Rule rule) => Filter(rule.Filter);

    /// <summary>Whether two rules have the same document.</summary>
    public bool Same(Rule left, Rule right) => JsonNode.DeepEquals(json.WriteRule(left), json.WriteRule(right));

    /// <summary>Whether two rule sets differ in nothing but their version and order.</summary>
    public bool Same(RuleSet left, RuleSet right) => diff.Between(left, right).IsEmpty;

    /// <exception cref="CommandFault">The rules cannot be used together.</exception>
    public void Check(RuleSet candidate)
    {
        try
        {
            CompiledRuleSet.Compile(candidate, RuleMode.Enforce, filters);
        }
        catch (ArgumentException fault)
        {
            throw new CommandFault($"The rules cannot be used so: {fault.Message}");
        }
    }

    /// <summary>Makes a new version, whose author is the caller and whose description is the difference.</summary>
    /// <param name="interaction">Who asks, and where.</param>
    /// <param name="summary">What the caller did, in a few words.</param>
    /// <param name="change">Gives the changed rules, or null where there is nothing to change.</param>
    /// <param name="cancellationToken">Stops it before it is stored.</param>
    /// <returns>The stored rules and the difference as text, or null where there was nothing to change.</returns>
    /// <exception cref="CommandFault">The changed rules cannot be used.</exception>
    public async Task<StoredChange?> ChangeAsync(Interaction interaction, string summary, Func<RuleSet, RuleSet?> change, CancellationToken cancellationToken)
    {
        RuleSet? before = null;
        RuleSet? after;
        try
        {
            after = await rules.ChangeAsync(interaction.GuildId, interaction.User, summary, source => change(before = source), cancellationToken);
        }
        catch (ArgumentException fault)
        {
            throw new CommandFault($"The rules cannot be used so: {fault.Message}");
        }

        return after is null ? null : new StoredChange(after, Shown(diff.Between(before!, after)));
    }

    /// <summary>The difference as a code block.</summary>
    public static string Shown(ImmutableArray<RuleChange> changes) =>
        changes.IsEmpty ? "No difference." : $"```diff\n{CommandReply.Code(RuleSetDiff.Text(changes, LongestDiff))}\n```";

    /// <summary>Says every fault; of many the first ten.</summary>
    public static CommandFault Refused(string what, IReadOnlyList<OptionFault> faults)
    {
        string lines = string.Join('\n', faults.Take(10).Select(fault => $"- {CommandReply.Code(SafeText.Cut(fault.ToString(), 300))}"));
        string more = faults.Count > 10 ? $"\n… and {faults.Count - 10} more." : "";
        return new CommandFault(SafeText.Cut($"{what}\n{lines}{more}", OutgoingMessage.MaximumContent));
    }

    /// <summary>Rules whose name or filter holds what is typed.</summary>
    public async Task<IReadOnlyList<CommandChoice>> SuggestRulesAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string typed = interaction.Typed();
        RuleSet source = await SourceAsync(interaction.GuildId, cancellationToken);
        return
        [
            .. source.Rules.Where(rule => rule.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) || rule.Filter.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(Suggestions)
                .Select(rule => new CommandChoice($"{rule.Name} · {rule.Filter} → {Lower(rule.Verdict)}{(rule.Mode == RuleMode.Enforce ? "" : $" ({Lower(rule.Mode)})")}", rule.Name)),
        ];
    }

    /// <summary>Filters whose id or description holds what is typed.</summary>
    public IReadOnlyList<CommandChoice> SuggestFilters(string typed) =>
    [
        .. filters.All.Where(filter => filter.Id.Contains(typed, StringComparison.OrdinalIgnoreCase) || filter.Description.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(Suggestions)
            .Select(filter => new CommandChoice(SafeText.Cut($"{filter.Id}: {filter.Description}", 100), filter.Id)),
    ];

    /// <summary>An enumeration member as commands write it.</summary>
    public static string Lower<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>A version that was stored.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Difference">What changed, as a code block.</param>
internal sealed record StoredChange(RuleSet Rules, string Difference);
