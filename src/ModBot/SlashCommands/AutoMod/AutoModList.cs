using ModBot.Core.Platform;

namespace ModBot.SlashCommands.AutoMod;

/// <summary><c>/automod list</c>.</summary>
internal sealed class AutoModList(AutoModDesk desk) : ISubCommand
{
    public SubCommand Definition { get; } = new("list", "The rules of Discord's own AutoMod in this server.", []);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        IReadOnlyList<AutoModRule> rules = await desk.ListAsync(interaction.GuildId, cancellationToken);
        return CommandReply.Of(rules.Count == 0
            ? "AutoMod has no rules here. `/automod push rule:…` puts one of ModBot's into it, so that Discord blocks before anything is posted."
            : string.Join('\n', rules.Select(AutoModDesk.Line)));
    }
}
