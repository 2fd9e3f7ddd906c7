using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.SlashCommands.Strikes;

/// <summary><c>/strikes add</c>: a moderator gives points. What the ladder says about them is left to the moderator, who is there.</summary>
internal sealed class StrikesAdd(StrikeDesk desk) : ISubCommand
{
    public SubCommand Definition { get; } = new("add", "Give a member strike points.", [StrikeDesk.Member, StrikeDesk.Points, StrikeDesk.Reason]);

    public GuildPermissions Required => GuildPermissions.ModerateMembers;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        Snowflake member = StrikeDesk.MemberOf(interaction);
        int points = (int)Math.Clamp(interaction.Integer("points") ?? 1, 1, StrikeDesk.MaximumPoints);
        (double before, double after) = await desk.GiveAsync(interaction, member, points, cancellationToken);
        StrikePolicy policy = await desk.PolicyAsync(interaction.GuildId, cancellationToken);
        string step = policy.StepBetween(before, after) is { } reached ? $" The ladder says at {reached.At}: {LadderText.Of(reached.Action)}. Do it where you think it right." : "";
        return CommandReply.Of($"<@{member}> has **{StrikeLine.Points(after)}** strike points now.{step}");
    }
}
