using ModBot.Core.Guilds;

namespace ModBot.Moderation.Restraints;

/// <summary>What moderators are told of what holds the rules back.</summary>
internal static class RestraintText
{
    /// <summary>Stands over every reply and on every card while it holds.</summary>
    public static string Banner(EmergencyStop stop) =>
        $"⏸ **ModBot is paused** by {SafeText.Inline(stop.ModeratorName, 80)} until <t:{stop.Until.ToUnixTimeSeconds()}:t> (<t:{stop.Until.ToUnixTimeSeconds()}:R>): everything is recorded, nothing is done. `/resume` ends it.";

    public static string Tripped(RuleTrip trip) =>
        $"⚠ The rule **{trip.Rule}** acted against {trip.Members} members with standing within {StandingHits.Window.TotalMinutes:0} minutes. "
        + $"It only flags until <t:{trip.Until.ToUnixTimeSeconds()}:t>. `/modlog recent` shows what it did, `/undo rule name:{trip.Rule} since:{StandingHits.Window.TotalMinutes:0}m` takes it back.";

    public const string Over = "▶ The pause is over: ModBot acts again.";
}
