using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules edit</c>: one field of a rule at a time, with suggestions for both the field and its value.</summary>
internal sealed class RulesEdit(RuleWorkbench workbench) : ISubCommand
{
    private const string Add = "add";
    private const string Remove = "remove";

    public SubCommand Definition { get; } = new("edit", "Change one option of a rule.",
    [
        RuleOptions.Rule(isRequired: true),
        new CommandOption { Kind = CommandOptionKind.String, Name = "option", Description = "What to change.", Autocompletes = true, Maximum = 40 },
        new CommandOption { Kind = CommandOptionKind.String, Name = "value", Description = "The new value; nothing for the default. Lists: one, two, three.", Autocompletes = true, Maximum = 6_000 },
        new CommandOption
        {
            Kind = CommandOptionKind.String,
            Name = "how",
            Description = "Lists: put the items in, or take them out, instead of replacing all. Default: replace.",
            Choices = [new CommandChoice("replace", "replace"), new CommandChoice("add to the list", Add), new CommandChoice("remove from the list", Remove)],
        },
        new CommandOption { Kind = CommandOptionKind.String, Name = "options", Description = "Several at once, as name=value with spaces between them: count=5 within=10.", Maximum = 6_000 },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    /// <exception cref="CommandFault">The filter has no such field; the message names them all.</exception>
    public static RuleField Field(FilterDefinition filter, string name) => RuleFields.Find(filter, name)
        ?? throw new CommandFault($"`{filter.Id}` has no option {CommandReply.Span(name, 40)}. There is: {string.Join(", ", RuleFields.Of(filter).Select(field => $"`{field.Name}`"))}.");

    /// <summary>Reads options written as <c>name=value</c>.</summary>
    /// <exception cref="CommandFault">One of them cannot be read.</exception>
    public static ImmutableArray<(RuleField Field, JsonNode? Value)> Pairs(FilterDefinition filter, string text) =>
    [
        .. PairText.Read(text).Select(pair =>
        {
            RuleField field = Field(filter, pair.Name);
            return (field, FieldText.Read(field, pair.Value));
        }),
    ];

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Text("option") is null && interaction.Text("options") is null)
            throw new CommandFault("Say what to change: `option:…` suggests it while you type, and `value:…` says to what.");
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"edit rule {interaction.Text("rule")}",
            source =>
            {
                Rule rule = RuleWorkbench.Find(source, interaction.Text("rule"));
                var faults = new List<OptionFault>();
                Rule changed = workbench.Editor.Set(rule, Changes(rule, interaction), faults) ?? throw RuleWorkbench.Refused("That cannot be set:", faults);
                return workbench.Same(rule, changed) ? null : source.With(changed);
            },
            cancellationToken);
        return CommandReply.Of(stored is null ? "It is so already; nothing was changed." : $"Changed (rules version {stored.Rules.Version}).\n{stored.Difference}");
    }

    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.FocusedOption == "rule")
            return await workbench.SuggestRulesAsync(interaction, cancellationToken);
        RuleSet source = await workbench.SourceAsync(interaction.GuildId, cancellationToken);
        if (interaction.Text("rule") is not { } name || source.Find(name) is not { } rule)
            return [];
        FilterDefinition filter = workbench.FilterOf(rule);
        if (interaction.FocusedOption == "option")
            return SuggestFields(rule, filter, interaction.Typed());
        return interaction.Text("option") is { } option && RuleFields.Find(filter, option) is { } field ? SuggestValues(rule, field, interaction) : [];
    }

    private List<(RuleField Field, JsonNode? Value)> Changes(Rule rule, Interaction interaction)
    {
        FilterDefinition filter = workbench.FilterOf(rule);
        List<(RuleField Field, JsonNode? Value)> changes = [.. Pairs(filter, interaction.Text("options") ?? "")];
        if (interaction.Text("option") is { } option)
        {
            RuleField field = Field(filter, option);
            JsonNode? value = interaction.Text("value") is { } text ? FieldText.Read(field, text) : null;
            changes.Add((field, interaction.Text("how") is Add or Remove ? Merged(rule, field, value, interaction.Text("how")!) : value));
        }

        return changes;
    }

    private JsonArray Merged(Rule rule, RuleField field, JsonNode? value, string how)
    {
        JsonNode? now = workbench.Editor.Get(rule, field);
        if (value is not JsonArray items || now is not (JsonArray or null))
            throw new CommandFault($"`how:{how}` is for lists, with the items as `value:`.");
        return how == Add ? With(now as JsonArray ?? [], items) : Without(now as JsonArray ?? [], items);
    }

    private static JsonArray With(JsonArray now, JsonArray items) =>
        [.. now.Concat(items.Where(item => !now.Any(known => Meets(known, item)))).Select(item => item?.DeepClone())];

    private static JsonArray Without(JsonArray now, JsonArray items) =>
        [.. now.Where(known => !items.Any(item => Meets(known, item))).Select(item => item?.DeepClone())];

    /// <summary>Whether an item of a list is what was typed; of an action, whether it has at least what was typed.</summary>
    private static bool Meets(JsonNode? known, JsonNode? typed) => known is JsonObject action && typed is JsonObject part
        ? part.All(pair => string.Equals(action[pair.Key]?.ToJsonString(), pair.Value?.ToJsonString(), StringComparison.Ordinal))
        : string.Equals(known?.ToJsonString(), typed?.ToJsonString(), StringComparison.Ordinal);

    private IReadOnlyList<CommandChoice> SuggestFields(Rule rule, FilterDefinition filter, string typed) =>
    [
        .. RuleFields.Of(filter).Where(field => field.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(RuleWorkbench.Suggestions)
            .Select(field => new CommandChoice(SafeText.Cut($"{field.Name} = {Shown(rule, field)} · {field.Description}", 100), field.Name)),
    ];

    private string Shown(Rule rule, RuleField field)
    {
        string text = FieldText.Write(field, workbench.Editor.Get(rule, field));
        return text.Length == 0 ? "none" : SafeText.Cut(text.ReplaceLineEndings(" "), 24);
    }

    /// <summary>The choices there are; for lists what can be taken out; for numbers what is now and the bounds.</summary>
    private IReadOnlyList<CommandChoice> SuggestValues(Rule rule, RuleField field, Interaction interaction)
    {
        string typed = interaction.Typed();
        JsonNode? now = workbench.Editor.Get(rule, field);
        ImmutableArray<string> values = field.Spec switch
        {
            { Kind: OptionKind.Toggle } => ["on", "off"],
            { Choices.Count: > 0 } spec => [.. spec.Choices],
            { Kind: OptionKind.TextList } when interaction.Text("how") == Remove => [.. (now as JsonArray ?? []).Select(item => item!.GetValue<string>()).Where(item => !item.Contains(',', StringComparison.Ordinal))],
            { Kind: OptionKind.Integer or OptionKind.Number or OptionKind.Duration } spec => [FieldText.Write(field, now), FieldText.Write(field, spec.Default), Bound(spec, spec.Minimum), Bound(spec, spec.Maximum)],
            null when field.IsActions && interaction.Text("how") == Remove => [.. (now as JsonArray ?? []).Select(action => ActionText.WriteOne(action!.AsObject()))],
            null when field.IsActions => [FieldText.Write(field, now), .. ActionRegistry.BuiltIn.All.Select(Template)],
            _ => [FieldText.Write(field, now)],
        };
        return
        [
            .. values.Distinct(StringComparer.Ordinal)
                .Where(value => value.Length is > 0 and <= 100 && value.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(RuleWorkbench.Suggestions)
                .Select(value => new CommandChoice(Label(field, value, now), value)),
        ];
    }

    private static string Bound(OptionSpec spec, double bound) => spec.Kind == OptionKind.Duration ? DurationText.Write(TimeSpan.FromSeconds(bound)) : $"{bound}";

    /// <summary>An action with its options as they are by default; what must be given stands empty.</summary>
    private static string Template(ActionDefinition action) =>
        string.Join(' ', action.Schema.Options.Where(option => option.IsRequired || option.Default is not null and not JsonArray && FieldText.Write(option, option.Default) is not "\"\"")
            .Select(option => PairText.Write(option.Name, option.IsRequired ? "" : FieldText.Write(option, option.Default)))
            .Prepend(action.Id));

    private static string Label(RuleField field, string value, JsonNode? now)
    {
        string note = value == FieldText.Write(field, now) ? " (now)" : value == FieldText.Write(field, field.Spec?.Default) ? " (default)" : "";
        return SafeText.Cut(value.ReplaceLineEndings(" "), 100 - note.Length) + note;
    }
}
