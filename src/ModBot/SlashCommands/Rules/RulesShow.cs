using System.Text;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules show</c>: one rule, field by field.</summary>
internal sealed class RulesShow(RuleWorkbench workbench) : ISubCommand
{
    private const int LongestValue = 220;

    public SubCommand Definition { get; } = new("show", "One rule with every option, what it is and what it could be.",
    [
        RuleOptions.Rule(isRequired: true),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        Rule rule = RuleWorkbench.Find(await workbench.SourceAsync(interaction.GuildId, cancellationToken), interaction.Text("rule"));
        return CommandReply.Of(Describe(rule));
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => workbench.SuggestRulesAsync(interaction, cancellationToken);

    /// <summary>The rule as text: what differs from the default is bold.</summary>
    private string Describe(Rule rule)
    {
        FilterDefinition filter = workbench.FilterOf(rule);
        var text = new StringBuilder();
        text.Append($"**{rule.Name}** · filter `{filter.Id}`: {filter.Description}\n");
        foreach (RuleField field in RuleFields.Of(filter))
        {
            JsonNode? value = workbench.Editor.Get(rule, field);
            if (field.Spec is null && value is null)
                continue;
            string shown = value is null or JsonArray { Count: 0 } ? "none" : CommandReply.Span(FieldText.Write(field, value), LongestValue);
            bool isDefault = field.Spec is { } spec && JsonNode.DeepEquals(value, spec.Default);
            string count = value is JsonArray { Count: > 1 } items ? $" ({items.Count:N0})" : "";
            text.Append($"- {field.Name}: {(isDefault || value is null ? shown : $"**{shown}**")}{count}{Allowed(field)}\n");
        }

        text.Append($"Change it with `/rules edit rule:{rule.Name} option:… value:…`.");
        return text.ToString();
    }

    private static string Allowed(RuleField field) => field.Spec switch
    {
        { Kind: OptionKind.Integer or OptionKind.Number } spec => $" · {spec.Minimum:#,0.##} to {spec.Maximum:#,0.##}",
        { Kind: OptionKind.Duration } spec => $" · {DurationText.Write(TimeSpan.FromSeconds(spec.Minimum))} to {DurationText.Write(TimeSpan.FromSeconds(spec.Maximum))}",
        { Choices.Count: > 0 } spec => $" · {string.Join(", ", spec.Choices)}",
        _ => "",
    };
}
