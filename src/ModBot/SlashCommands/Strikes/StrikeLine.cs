using System.Globalization;
using ModBot.Core.Members;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Strikes;

/// <summary>Strikes as text.</summary>
internal static class StrikeLine
{
    public static string Of(StrikeEntry entry)
    {
        string by = entry.ModeratorId is { } moderator ? $"by <@{moderator}>" : entry.CaseNumber is { } number ? $"case {number}" : "";
        string reason = entry.Reason.Length > 0 ? $" · {SafeText.Inline(entry.Reason, 120)}" : "";
        string line = $"<t:{entry.At.ToUnixTimeSeconds()}:d> {entry.Points.ToString("+0;-0", CultureInfo.InvariantCulture)} {by}{reason}";
        return entry.IsRefunded ? $"~~{line}~~ refunded" : line;
    }

    public static string Points(double points) => StrikePolicy.Whole(points).ToString(CultureInfo.InvariantCulture);
}
