using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules rollback</c>: an earlier version as the next one.</summary>
internal sealed class RulesRollback(RuleWorkbench workbench, RuleVersions versions) : ISubCommand
{
    public SubCommand Definition { get; } = new("rollback", "Go back to an earlier version of the rules. Nothing is lost: it becomes the next version.",
    [
        RuleVersions.Option("version", "The version to go back to.", isRequired: true),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        long version = interaction.Integer("version") ?? throw new CommandFault("Give a version: `version:…` suggests them while you type.");
        RuleSet wanted = await versions.FindAsync(interaction.GuildId, version, cancellationToken);
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"rollback to version {version}",
            source => workbench.Same(source, wanted) ? null : wanted with { Version = source.Version + 1 },
            cancellationToken);
        return CommandReply.Of(stored is null
            ? $"The rules are those of version {version} already."
            : $"The rules are those of version {version} again (now version {stored.Rules.Version}). `/rules rollback version:{stored.Rules.Version - 1}` takes this back.\n{stored.Difference}");
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => versions.SuggestAsync(interaction, cancellationToken);
}
