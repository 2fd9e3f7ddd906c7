using System.Globalization;
using System.Text;
using ModBot.Core.Messages;
using ModBot.Core.Rules.Trials;
using ModBot.Core.Verdicts;

namespace ModBot.SlashCommands.Rules;

/// <summary>A back-test's result as text.</summary>
internal static class BackTestText
{
    public static string Write(BackTestReport report, string rule, Snowflake guild)
    {
        var text = new StringBuilder();
        string span = report is { From: { } from, To: { } to } ? $" from <t:{from.ToUnixTimeSeconds()}:f> to <t:{to.ToUnixTimeSeconds()}:f>" : "";
        text.Append(CultureInfo.InvariantCulture, $"Back-test of **{rule}** on {report.Messages:N0} messages{span}. Nothing was stored, nothing was done.\n");
        if (report.HitCount == 0)
            text.Append("It would have hit none of them.\n");
        else
            WriteHits(text, report, guild);
        if (report.Exempt > 0)
            text.Append(CultureInfo.InvariantCulture, $"{report.Exempt:N0} messages were exempt from it (moderators, bots, its scope).\n");
        if (report.Failures > 0)
            text.Append(CultureInfo.InvariantCulture, $"Its filter **failed** on {report.Failures:N0} messages: do not turn it on.\n");
        return text.ToString();
    }

    private static void WriteHits(StringBuilder text, BackTestReport report, Snowflake guild)
    {
        string verdicts = string.Join(", ", report.Hits.Reverse().Select(pair => $"{Verb(pair.Key)} {pair.Value:N0}"));
        double percent = 100.0 * report.HitCount / report.Messages;
        text.Append(CultureInfo.InvariantCulture, $"It would have {verdicts} ({percent:0.##} %), by {report.Authors:N0} author{(report.Authors == 1 ? "" : "s")}: {report.WithStanding:N0} with standing, {report.LongStanding:N0} members for a year or more.\n");
        string others = report.Overlaps.Length == 0 ? "" : $" Others: {string.Join(", ", report.Overlaps.Take(5).Select(overlap => $"{overlap.Rule} {overlap.Messages:N0}"))}.";
        text.Append(CultureInfo.InvariantCulture, $"{report.Alone:N0} of them no other rule flags or deletes.{others}\n");
        foreach (BackTestSample sample in report.Samples)
            text.Append(CultureInfo.InvariantCulture, $"- {Verb(sample.Disposition)}: {MessageLink.Write(guild, sample.Message)} by <@{sample.Author}>\n");
    }

    /// <summary>What would have been done, in the past tense.</summary>
    public static string Verb(Disposition disposition) => disposition switch
    {
        Disposition.Delete => "deleted",
        Disposition.Flag => "flagged",
        _ => "logged",
    };
}
