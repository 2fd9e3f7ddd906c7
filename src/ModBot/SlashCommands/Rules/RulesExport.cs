using System.Text;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Documents;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules export</c>: the rules as a file.</summary>
internal sealed class RulesExport(RuleWorkbench workbench, RuleVersions versions, RuleExport export, IModerationPlatform platform) : ISubCommand
{
    private const string Json = "json";

    public SubCommand Definition { get; } = new("export", "The rules as a file, for another server or for your own records.",
    [
        RuleOptions.Rule(isRequired: false, "Only this rule."),
        new CommandOption { Kind = CommandOptionKind.String, Name = "format", Description = "Default: YAML.", Choices = [new CommandChoice("YAML", "yaml"), new CommandChoice("JSON", Json)] },
        RuleVersions.Option("version", "An earlier version. Default: the newest.", isRequired: false),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        RuleSet rules = interaction.Integer("version") is { } version
            ? await versions.FindAsync(interaction.GuildId, version, cancellationToken)
            : await workbench.SourceAsync(interaction.GuildId, cancellationToken);
        string name = "rules";
        if (interaction.Text("rule") is { } only)
        {
            Rule rule = RuleWorkbench.Find(rules, only);
            rules = new RuleSet(rules.Version, [rule]);
            name = rule.Name;
        }

        DocumentFormat format = interaction.Text("format") == Json ? DocumentFormat.Json : DocumentFormat.Yaml;
        (ActionOutcome outcome, IReadOnlyList<NamedId> names) = await platform.ReadNamesAsync(interaction.GuildId, cancellationToken);
        string document = export.Write(rules, names, format);
        string note = outcome.IsDone ? "" : $"\nThe names of roles and channels could not be read, so that another server has to be told which is which: {outcome.Detail}";
        return CommandReply.Of($"{rules.Rules.Length} rule{(rules.Rules.Length == 1 ? "" : "s")} of version {rules.Version}. `/rules import file:…` reads it.{note}") with
        {
            Files = [new OutgoingFile($"{name}-v{rules.Version}.{(format == DocumentFormat.Json ? Json : "yaml")}", Encoding.UTF8.GetBytes(document))],
        };
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) =>
        interaction.FocusedOption == "version" ? versions.SuggestAsync(interaction, cancellationToken) : workbench.SuggestRulesAsync(interaction, cancellationToken);
}
