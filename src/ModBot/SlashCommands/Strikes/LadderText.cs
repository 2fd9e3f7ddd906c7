using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Strikes;

/// <summary>Steps of a ladder as text.</summary>
internal static class LadderText
{
    public static string Of(RuleAction action) => action switch
    {
        TimeoutAction timeout => $"timeout for {DurationText.Write(timeout.Duration)}",
        BanAction { Duration: var duration } => duration == TimeSpan.Zero ? "ban" : $"ban for {DurationText.Write(duration)}",
        AlertAction => "the moderators are called",
        AddRoleAction { Role: { } role } => $"role <@&{role}>",
        _ => SafeText.Inline(ActionRegistry.BuiltIn.Of(action.Kind).Id.Replace('-', ' '), 60),
    };

    public static string Of(StrikePolicy policy) => policy.Ladder.IsEmpty
        ? "Nothing follows strikes."
        : string.Join('\n', policy.Ladder.Select(step => $"**{step.At}** points: {Of(step.Action)}"));
}
