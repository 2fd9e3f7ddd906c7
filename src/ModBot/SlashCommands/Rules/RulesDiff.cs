using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules diff</c>: what differs between two versions.</summary>
internal sealed class RulesDiff(RuleWorkbench workbench, RuleVersions versions, RuleSetDiff diff) : ISubCommand
{
    public SubCommand Definition { get; } = new("diff", "What differs between two versions of the rules.",
    [
        RuleVersions.Option("version", "The version; against the one before it unless you give another.", isRequired: true),
        RuleVersions.Option("against", "The version to compare with. Default: the one before.", isRequired: false),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        long version = interaction.Integer("version") ?? (await workbench.SourceAsync(interaction.GuildId, cancellationToken)).Version;
        long against = interaction.Integer("against") ?? Math.Max(1, version - 1);
        RuleSet before = await versions.FindAsync(interaction.GuildId, against, cancellationToken);
        RuleSet after = await versions.FindAsync(interaction.GuildId, version, cancellationToken);
        return CommandReply.Of($"From version {against} to version {version}:\n{RuleWorkbench.Shown(diff.Between(before, after))}");
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => versions.SuggestAsync(interaction, cancellationToken);
}
