using ModBot.Core.Audit;
using ModBot.Core.Guilds;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Moderation;
using ModBot.Moderation.Restraints;

namespace ModBot.SlashCommands.Restraints;

/// <summary><c>/resume</c>: ends the emergency stop before its time.</summary>
internal sealed class ResumeCommand(GuildStates states, ReviewCards cards, IModerationPlatform platform, CommandAudit audit) : ISlashCommand
{
    public CommandDefinition Definition { get; } = new()
    {
        Name = "resume",
        Description = "End the pause: ModBot acts again.",
        DefaultPermissions = GuildPermissions.ManageMessages,
    };

    public GuildPermissions Required(string path) => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        GuildState before = await states.GetAsync(interaction.GuildId, cancellationToken);
        if (before.Stop is null)
            return CommandReply.Of("ModBot is not paused. `/pause` stops it for an hour.");
        await states.ChangeAsync(interaction.GuildId, state => state with { Stop = null }, cancellationToken);
        await audit.WriteAsync(interaction, AuditKind.Resumed, "", "", cancellationToken);
        if (await cards.ChannelAsync(interaction.GuildId, isPrivate: false, cancellationToken) is { } channel)
            await platform.PostAsync(channel, new OutgoingMessage { Content = RestraintText.Over }, cancellationToken);
        await cards.RefreshOpenAsync(interaction.GuildId, cancellationToken);
        return CommandReply.Of("ModBot acts again. What was recorded during the pause is not done afterwards; `/modlog recent` shows it.");
    }
}
