using ModBot.Core.Filters;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.SlashCommands.Strikes;

/// <summary><c>/strikes show</c>: a member's points, and where they come from.</summary>
internal sealed class StrikesShow(StrikeDesk desk) : ISubCommand
{
    private const int Shown = 15;

    public SubCommand Definition { get; } = new("show", "A member's strike points and where they come from.", [StrikeDesk.Member]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        Snowflake member = StrikeDesk.MemberOf(interaction);
        (IReadOnlyList<StrikeEntry> entries, double points) = await desk.ReadAsync(interaction.GuildId, member, cancellationToken);
        StrikePolicy policy = await desk.PolicyAsync(interaction.GuildId, cancellationToken);
        string decay = policy.Decay > 0 ? $"{policy.Decay} fall{(policy.Decay == 1 ? "s" : "")} off every {DurationText.Write(policy.Every)}" : "none fall off";
        string next = policy.Ladder.FirstOrDefault(step => step.At > StrikePolicy.Whole(points)) is { } step ? $" At {step.At} follows: {LadderText.Of(step.Action)}." : "";
        string lines = entries.Count == 0 ? "No strikes." : string.Join('\n', entries.Reverse().Take(Shown).Select(StrikeLine.Of));
        string more = entries.Count > Shown ? $"\n… and {entries.Count - Shown} earlier" : "";
        return CommandReply.Of($"<@{member}> has **{StrikeLine.Points(points)}** strike points; {decay}.{next}\n{lines}{more}");
    }
}
