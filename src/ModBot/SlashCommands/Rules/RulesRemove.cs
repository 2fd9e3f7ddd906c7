using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules remove</c>.</summary>
internal sealed class RulesRemove(RuleWorkbench workbench) : ISubCommand
{
    public SubCommand Definition { get; } = new("remove", "Take a rule away. An earlier version brings it back.", [RuleOptions.Rule(isRequired: true)]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string name = "";
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"remove rule {interaction.Text("rule")}",
            source => source.Without(name = RuleWorkbench.Find(source, interaction.Text("rule")).Name),
            cancellationToken);
        int version = stored!.Rules.Version;
        return CommandReply.Of($"Removed `{name}` (rules version {version}). `/rules rollback version:{version - 1}` brings it back.");
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => workbench.SuggestRulesAsync(interaction, cancellationToken);
}
