using System.Globalization;
using System.Text;
using ModBot.Core.Cases;
using ModBot.Core.Verdicts;

namespace ModBot.Dashboard.Exports;

/// <summary>Cases as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
internal static class CaseCsv
{
    private static readonly string[] Columns =
        ["case", "opened", "posted", "channel", "message", "author", "author_name", "verdict", "intended", "categories", "rule", "spam", "rules_version", "model", "private", "incident", "actions", "review", "reviewed_by", "reviewed", "review_reason"];

    private static readonly string[] EvidenceColumns = ["why", "text"];

    public static void WriteHead(StringBuilder into, bool evidence) => WriteRow(into, evidence ? [.. Columns, .. EvidenceColumns] : Columns);

    public static void Write(StringBuilder into, ModerationCase moderationCase, bool evidence)
    {
        Review? review = moderationCase.Reviews.Count > 0 ? moderationCase.Reviews[0] : null;
        List<string> cells =
        [
            moderationCase.Number.ToString(CultureInfo.InvariantCulture),
            Time(moderationCase.OpenedAt),
            Time(moderationCase.PostedAt),
            moderationCase.ChannelId.ToString(),
            moderationCase.Key.MessageId.ToString(),
            moderationCase.AuthorId.ToString(),
            moderationCase.AuthorName,
            moderationCase.Disposition.ToString().ToLowerInvariant(),
            moderationCase.Intended.ToString().ToLowerInvariant(),
            string.Join(' ', moderationCase.Categories.Select(category => category.NameOf())),
            moderationCase.Rule,
            float.IsFinite(moderationCase.Spam) ? moderationCase.Spam.ToString("0.####", CultureInfo.InvariantCulture) : "",
            moderationCase.RuleSetVersion.ToString(CultureInfo.InvariantCulture),
            moderationCase.ModelVersion,
            moderationCase.Private ? "yes" : "no",
            moderationCase.IncidentNumber.ToString(CultureInfo.InvariantCulture),
            string.Join(' ', moderationCase.Actions.Select(action => $"{action.Action.Kind.ToString().ToLowerInvariant()}:{action.State.ToString().ToLowerInvariant()}")),
            review?.Decision.ToString().ToLowerInvariant() ?? "open",
            review?.ModeratorName ?? "",
            review is null ? "" : Time(review.At),
            review?.Reason ?? "",
        ];
        if (evidence)
        {
            cells.Add(moderationCase.Evidence is { Hits: [var leading, ..] } ? leading.Reason : "");
            cells.Add(moderationCase.Evidence?.Content ?? "");
        }

        WriteRow(into, cells);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteRow(StringBuilder into, IReadOnlyList<string> cells)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                into.Append(',');
            WriteCell(into, cells[i]);
        }

        into.Append("\r\n");
    }

    private static void WriteCell(StringBuilder into, string cell)
    {
        // Blanks before the sign do not keep every spreadsheet from calculating.
        string trimmed = cell.TrimStart();
        bool formula = trimmed.Length > 0 && "=+-@\t\r".Contains(trimmed[0], StringComparison.Ordinal) && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        string safe = formula ? $"'{cell}" : cell;
        if (safe.AsSpan().IndexOfAny(",\"\r\n") < 0)
            into.Append(safe);
        else
            into.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
