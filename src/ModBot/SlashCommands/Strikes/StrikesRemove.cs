using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.SlashCommands.Strikes;

/// <summary><c>/strikes remove</c>: a moderator takes points off.</summary>
internal sealed class StrikesRemove(StrikeDesk desk) : ISubCommand
{
    public SubCommand Definition { get; } = new("remove", "Take strike points off a member.", [StrikeDesk.Member, StrikeDesk.Points, StrikeDesk.Reason]);

    public GuildPermissions Required => GuildPermissions.ModerateMembers;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        Snowflake member = StrikeDesk.MemberOf(interaction);
        int points = (int)Math.Clamp(interaction.Integer("points") ?? 1, 1, StrikeDesk.MaximumPoints);
        (_, double has) = await desk.ReadAsync(interaction.GuildId, member, cancellationToken);
        if (StrikePolicy.Whole(has) <= 0)
            return CommandReply.Of($"<@{member}> has no strike points.");
        (_, double after) = await desk.GiveAsync(interaction, member, -points, cancellationToken);
        return CommandReply.Of($"<@{member}> has **{StrikeLine.Points(after)}** strike points now.");
    }
}
