using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Moderation.Actions;

/// <summary>Asks, just before somebody is acted against, whether they may be: never the owner, the bot or a moderator, whatever a rule says.</summary>
internal sealed class MemberGuard(IModerationPlatform platform)
{
    /// <summary>Who may do one of these is a moderator.</summary>
    private const GuildPermissions Moderation = GuildPermissions.Administrator | GuildPermissions.ManageGuild | GuildPermissions.ManageMessages
        | GuildPermissions.ModerateMembers | GuildPermissions.KickMembers | GuildPermissions.BanMembers | GuildPermissions.ManageRoles;

    /// <summary>Reads the member.</summary>
    /// <returns>The member where they may be acted against; else why not. Who is no member gives <see cref="OutcomeKind.NotFound"/>.</returns>
    public async Task<(ActionOutcome Outcome, GuildMember? Member)> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        (ActionOutcome outcome, GuildMember? member) = await platform.ReadMemberAsync(guild, user, cancellationToken);
        if (member is null)
            return (outcome, null);
        string? shield = member switch
        {
            { IsSelf: true } => "this is the bot itself",
            { IsOwner: true } => "this is the server's owner",
            _ when (member.Permissions & Moderation) != GuildPermissions.None => "this is a moderator",
            { IsBelowBot: false } => "the member's highest role stands above the bot's",
            _ => null,
        };
        return shield is null ? (ActionOutcome.Done, member) : (new ActionOutcome(OutcomeKind.Forbidden, $"not done: {shield}"), null);
    }
}
