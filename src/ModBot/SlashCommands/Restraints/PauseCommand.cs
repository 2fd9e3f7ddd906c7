using ModBot.Core.Audit;
using ModBot.Core.Filters;
using ModBot.Core.Guilds;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Moderation;
using ModBot.Moderation.Restraints;

namespace ModBot.SlashCommands.Restraints;

/// <summary><c>/pause</c>: the emergency stop. Everything goes into shadow at once, and comes back by itself.</summary>
internal sealed class PauseCommand(GuildStates states, RestraintNotices notices, ReviewCards cards, IModerationPlatform platform, CommandAudit audit, TimeProvider time) : ISlashCommand
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public CommandDefinition Definition { get; } = new()
    {
        Name = "pause",
        Description = "Emergency stop: record everything, do nothing. Ends by itself.",
        DefaultPermissions = GuildPermissions.ManageMessages,
        Options = [DurationOption.Of("duration", $"For how long, e.g. 30m or 2h. Default: {DurationText.Write(Usual)}.")],
    };

    public GuildPermissions Required(string path) => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        TimeSpan duration = DurationOption.Read(interaction, "duration", Usual, Shortest, Longest);
        var stop = new EmergencyStop(time.GetUtcNow() + duration, interaction.User.Id, interaction.User.DisplayName);
        await states.ChangeAsync(interaction.GuildId, state => state with { Stop = stop }, cancellationToken);
        await audit.WriteAsync(interaction, AuditKind.Paused, "", DurationText.Write(duration), cancellationToken);
        notices.Look(interaction.GuildId);
        string told = "";
        if (await cards.ChannelAsync(interaction.GuildId, isPrivate: false, cancellationToken) is { } channel)
        {
            (ActionOutcome outcome, _) = await platform.PostAsync(channel, new OutgoingMessage { Content = RestraintText.Banner(stop) }, cancellationToken);
            told = outcome.IsDone ? $" I said so in <#{channel}>." : $" I could not say so in <#{channel}>: {outcome.Detail}";
        }

        await cards.RefreshOpenAsync(interaction.GuildId, cancellationToken);
        return CommandReply.Of($"What is judged from now on is only recorded; what was about to be done is not done. Undoing works as ever.{told}");
    }
}
