using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules add</c>: a new rule of a filter. Filters that want texts ask for them in a form.</summary>
internal sealed class RulesAdd(RuleWorkbench workbench) : ISubCommand, IComponentHandler
{
    private const int MostInputs = 5;
    private static readonly RuleSet Known = DefaultRuleSet.Create();

    public SubCommand Definition { get; } = new("add", "A new rule. It starts in shadow: it records what it would have done.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "filter", Description = "What the rule looks for.", IsRequired = true, Autocompletes = true, Maximum = 32 },
        new CommandOption { Kind = CommandOptionKind.String, Name = "name", Description = "The rule's name: a-z, 0-9 and hyphens. Default: the filter's.", Maximum = 32 },
        RuleOptions.Verdict,
        RuleOptions.Mode(isRequired: false, "How far it goes. Default: shadow."),
        new CommandOption { Kind = CommandOptionKind.String, Name = "options", Description = "Options as name=value, with spaces between them: count=5 within=10.", Maximum = 6_000 },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public string Prefix => "rule-add.";

    public Task<Modal?> FormAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Text("options") is not null || interaction.Text("filter") is not { } id)
            return Task.FromResult<Modal?>(null);
        FilterDefinition filter = workbench.Filter(id);
        RuleField[] texts = TextFields(filter);
        if (texts.Length == 0)
            return Task.FromResult<Modal?>(null);
        Head head = Head.Of(interaction);
        var inputs = texts.Select(field => new ModalInput(
            field.Name, SafeText.Cut(field.Name, 45), IsParagraph: field.Spec!.Kind == OptionKind.TextList, IsRequired: field == texts[0],
            Placeholder: SafeText.Cut(field.Spec.Kind == OptionKind.TextList ? $"One a line. {field.Description}" : field.Description, 100)));
        return Task.FromResult<Modal?>(new Modal($"{Prefix}1.{filter.Id}.{head.Id}", SafeText.Cut($"New rule: {filter.Id}", 45), [.. inputs]));
    }

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        FilterDefinition filter = workbench.Filter(interaction.Text("filter") ?? throw new CommandFault("Name a filter: `filter:…` suggests them while you type."));
        return await AddAsync(interaction, filter, Head.Of(interaction), RulesEdit.Pairs(filter, interaction.Text("options") ?? ""), cancellationToken);
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult(workbench.SuggestFilters(interaction.Typed()));

    public Task PressAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken) =>
        throw new CommandFault("That belongs to another version of ModBot. Use `/rules add` again.");

    public async Task SubmitAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        InteractionRouter.Demand(interaction, Required);
        string[] parts = interaction.CustomId.Split('.', 4);
        if (parts is not [_, "1", var id, var rest] || !Head.TryParse(rest, out Head head))
            throw new CommandFault("This form belongs to another version of ModBot. Use `/rules add` again.");
        FilterDefinition filter = workbench.Filter(id);
        ImmutableArray<(RuleField, JsonNode?)> values =
        [
            .. TextFields(filter)
                .Select(field => (Field: field, Text: interaction.Inputs.GetValueOrDefault(field.Name, "").Trim()))
                .Where(input => input.Text.Length > 0)
                .Select(input => (input.Field, FieldText.ReadLines(input.Field, input.Text))),
        ];
        await responder.RespondAsync(await AddAsync(interaction, filter, head, values, cancellationToken) with { Ephemeral = true }, cancellationToken);
    }

    private async Task<OutgoingMessage> AddAsync(Interaction interaction, FilterDefinition filter, Head head, ImmutableArray<(RuleField Field, JsonNode? Value)> values, CancellationToken cancellationToken)
    {
        string name = "";
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"add rule {head.Name ?? filter.Id}",
            source =>
            {
                name = head.Name ?? FreeName(source, filter.Id);
                if (source.Find(name) is not null)
                    throw new CommandFault($"There is a rule `{CommandReply.Code(name)}` already. Give another `name:`, or change that one with `/rules edit rule:{CommandReply.Code(name)}`.");
                return source.With(Build(filter, name, head, values));
            },
            cancellationToken);
        string next = head.Mode == RuleMode.Shadow
            ? $"It is in **shadow**: it records what it would have done. `/rules test` and `/rules backtest` try it; `/rules mode rule:{name} mode:enforce` turns it on."
            : $"Its mode is **{RuleWorkbench.Lower(head.Mode)}**.";
        return CommandReply.Of($"Added `{name}` (rules version {stored!.Rules.Version}). {next}\n{stored.Difference}");
    }

    private Rule Build(FilterDefinition filter, string name, Head head, ImmutableArray<(RuleField Field, JsonNode? Value)> values)
    {
        Rule? like = Known.Rules.FirstOrDefault(rule => string.Equals(rule.Filter, filter.Id, StringComparison.Ordinal));
        var rule = new Rule { Name = name, Filter = filter.Id, Options = filter.DefaultOptions, Category = like?.Category ?? Category.Other, Verdict = head.Verdict, Mode = head.Mode };
        var faults = new List<OptionFault>();
        return workbench.Editor.Set(rule, values, faults) ?? throw RuleWorkbench.Refused("The rule cannot be made so:", faults);
    }

    private static string FreeName(RuleSet source, string wanted)
    {
        for (int number = 1; ; number++)
        {
            string name = number == 1 ? wanted : $"{wanted}-{number}";
            if (source.Find(name) is null)
                return name;
        }
    }

    /// <summary>What a form asks for: the filter's lists and texts, as many as a form takes.</summary>
    private static RuleField[] TextFields(FilterDefinition filter) =>
        [.. RuleFields.Of(filter).Where(field => field.IsOption && field.Spec is { Kind: OptionKind.TextList or OptionKind.Text }).Take(MostInputs)];

    /// <summary>What the command said besides the filter; it travels in the form's id.</summary>
    private sealed record Head(string? Name, Disposition Verdict, RuleMode Mode)
    {
        public string Id => $"{(int)Verdict}.{(int)Mode}.{Name}";

        public static Head Of(Interaction interaction) => new(
            interaction.Text("name")?.ToLowerInvariant(), RuleOptions.Read(interaction, "verdict", Disposition.Flag), RuleOptions.Read(interaction, "mode", RuleMode.Shadow));

        public static bool TryParse(string text, out Head head)
        {
            head = new Head(null, Disposition.Flag, RuleMode.Shadow);
            string[] parts = text.Split('.', 3);
            if (parts.Length != 3 || !Enum.TryParse(parts[0], out Disposition verdict) || !Enum.IsDefined(verdict) || !Enum.TryParse(parts[1], out RuleMode mode) || !Enum.IsDefined(mode))
                return false;
            head = new Head(parts[2].Length == 0 ? null : parts[2], verdict, mode);
            return true;
        }
    }
}
