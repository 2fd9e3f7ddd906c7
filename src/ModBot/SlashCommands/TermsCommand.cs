using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary><c>/terms add|remove|list</c>: the words this server blocks or watches.</summary>
internal sealed class TermsCommand(GuildRules rules) : ISlashCommand
{
    /// <summary>The rules that the command keeps, by what becomes of a message that holds a term.</summary>
    private static readonly (string Action, string Rule, Disposition Verdict)[] Lists =
        [("delete", "terms", Disposition.Delete), ("flag", "watched-terms", Disposition.Flag)];

    private const int Suggestions = 25;
    private const int MaximumTerm = 60;

    public CommandDefinition Definition { get; } = new()
    {
        Name = "terms",
        Description = "The words and phrases that this server blocks.",
        DefaultPermissions = GuildPermissions.ManageGuild,
        SubCommands =
        [
            new SubCommand("add", "Block a word or phrase.",
            [
                new CommandOption { Kind = CommandOptionKind.String, Name = "term", Description = "A word or phrase; * at its start or end stands for more letters.", IsRequired = true, Minimum = 1, Maximum = MaximumTerm },
                new CommandOption
                {
                    Kind = CommandOptionKind.String,
                    Name = "action",
                    Description = "What becomes of messages that hold it. Default: delete.",
                    Choices = [new CommandChoice("delete", "delete"), new CommandChoice("flag for review", "flag")],
                },
            ]),
            new SubCommand("remove", "Allow a word or phrase again.",
            [
                new CommandOption { Kind = CommandOptionKind.String, Name = "term", Description = "The term, as it stands in the list.", IsRequired = true, Minimum = 1, Maximum = MaximumTerm, Autocompletes = true },
            ]),
            new SubCommand("list", "Every blocked term.", []),
        ],
    };

    public GuildPermissions Required(string path) => path.EndsWith(" list", StringComparison.Ordinal) ? GuildPermissions.ManageMessages : GuildPermissions.ManageGuild;

    public Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) => interaction.Command switch
    {
        "terms add" => AddAsync(interaction, cancellationToken),
        "terms remove" => RemoveAsync(interaction, cancellationToken),
        _ => ListAsync(interaction, cancellationToken),
    };

    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string typed = interaction.Options.GetValueOrDefault("term") as string ?? "";
        RuleSet source = await rules.GetSourceAsync(interaction.GuildId, cancellationToken);
        return
        [
            .. Lists.SelectMany(list => TermsOf(source, list.Rule))
                .Where(term => term.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.OrdinalIgnoreCase)
                .Take(Suggestions)
                .Select(term => new CommandChoice(term, term)),
        ];
    }

    private async Task<OutgoingMessage> AddAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string term = Term(interaction);
        string action = interaction.Options.GetValueOrDefault("action") as string ?? Lists[0].Action;
        int index = Array.FindIndex(Lists, list => string.Equals(list.Action, action, StringComparison.Ordinal));
        (_, string name, Disposition verdict) = index >= 0 ? Lists[index] : throw new CommandFault("The action is one of delete, flag.");
        RuleSet? changed;
        try
        {
            changed = await rules.ChangeAsync(
                interaction.GuildId,
                interaction.User,
                $"terms add {term}",
                source => Contains(source, name, term) ? null : source.With(WithTerms(source, name, verdict, terms => [.. terms, term])),
                cancellationToken);
        }
        catch (ArgumentException fault)
        {
            throw new CommandFault($"That term cannot be used: {fault.Message}");
        }

        return Reply(changed is null
            ? $"`{Shown(term)}` is already in the list."
            : $"Messages with `{Shown(term)}` will be {(verdict == Disposition.Delete ? "deleted" : "flagged")} (rules version {changed.Version}).");
    }

    private async Task<OutgoingMessage> RemoveAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string term = Term(interaction);
        RuleSet? changed = await rules.ChangeAsync(
            interaction.GuildId,
            interaction.User,
            $"terms remove {term}",
            source =>
            {
                RuleSet next = source;
                foreach ((_, string name, Disposition verdict) in Lists.Where(list => Contains(source, list.Rule, term)))
                    next = next.With(WithTerms(next, name, verdict, terms => [.. terms.Where(known => !Same(known, term))])) with { Version = source.Version + 1 };
                return ReferenceEquals(next, source) ? null : next;
            },
            cancellationToken);
        return Reply(changed is null ? $"`{Shown(term)}` is not in the list. `/terms list` shows it." : $"`{Shown(term)}` is allowed again (rules version {changed.Version}).");
    }

    private async Task<OutgoingMessage> ListAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        RuleSet source = await rules.GetSourceAsync(interaction.GuildId, cancellationToken);
        string[] lines =
        [
            .. Lists.Select(list => (list.Action, Terms: TermsOf(source, list.Rule).Order(StringComparer.OrdinalIgnoreCase).ToList()))
                .Where(list => list.Terms.Count > 0)
                .Select(list => $"**{list.Action}** ({list.Terms.Count}): {string.Join(", ", list.Terms.Select(term => $"`{Shown(term)}`"))}"),
        ];
        return Reply(lines.Length == 0 ? "No terms yet. Add one with `/terms add term:…`." : string.Join('\n', lines));
    }

    private static OutgoingMessage Reply(string text) => new() { Content = SafeText.Cut(text, OutgoingMessage.MaximumContent) };

    private static string Term(Interaction interaction)
    {
        string term = (interaction.Options.GetValueOrDefault("term") as string ?? "").Trim();
        return term.Length is > 0 and <= MaximumTerm ? term : throw new CommandFault($"Give a term of 1 to {MaximumTerm} characters: `/terms add term:…`.");
    }

    /// <summary>Inside a code span only the back-tick has a meaning.</summary>
    private static string Shown(string term) => term.Replace('`', '\'').ReplaceLineEndings(" ");

    private static ImmutableArray<string> TermsOf(RuleSet source, string rule) => source.Find(rule)?.Options is BlockedTermsOptions options ? options.Terms : [];

    private static bool Contains(RuleSet source, string rule, string term) => TermsOf(source, rule).Any(known => Same(known, term));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static Rule WithTerms(RuleSet source, string name, Disposition verdict, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        Rule rule = source.Find(name) ?? new Rule { Name = name, Filter = BlockedTermsFilter.FilterId, Options = new BlockedTermsOptions(), Category = Category.Other, Verdict = verdict };
        var options = (BlockedTermsOptions)rule.Options;
        return rule with { Options = options with { Terms = [.. change(options.Terms)] } };
    }
}
