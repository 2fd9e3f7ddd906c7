using System.Globalization;
using System.Text;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary>Cases as text for replies.</summary>
internal static class CaseText
{
    private const int LongestReply = OutgoingMessage.MaximumContent - 100;

    /// <summary>One line of a list.</summary>
    public static string Line(ModerationCase moderationCase)
    {
        string state = moderationCase.Reviews is [var review, ..] ? review.Decision.ToString().ToLowerInvariant() : "open";
        return $"`{moderationCase.Number,4}` <t:{moderationCase.PostedAt.ToUnixTimeSeconds()}:f> **{SafeText.Inline(moderationCase.AuthorName, 40)}** · {Verb(moderationCase)} · {moderationCase.Rule} · {state}";
    }

    /// <summary>The decision step by step.</summary>
    public static string Explain(ModerationCase moderationCase)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{ReviewCard.Title(moderationCase)}**\n{ReviewCard.Why(moderationCase)}\n");
        foreach (Evidence evidence in moderationCase.Evidence?.Hits.SelectMany(hit => hit.Evidence).Take(8) ?? [])
        {
            string read = string.Equals(evidence.Original, evidence.Normalised, StringComparison.Ordinal) ? "" : $" read as “{SafeText.Inline(evidence.Normalised, 80)}”";
            text.Append(CultureInfo.InvariantCulture, $"- {evidence.Surface} at {evidence.Start}: ||{SafeText.Inline(evidence.Original, 120)}||{read}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Spam {moderationCase.Spam:0.00} by model {moderationCase.ModelVersion}; rules version {moderationCase.RuleSetVersion}.\n");
        foreach (string mitigation in moderationCase.Evidence?.Mitigations ?? [])
            text.Append(CultureInfo.InvariantCulture, $"Milder: {SafeText.Inline(mitigation, 200)}\n");
        foreach (CaseAction action in moderationCase.Actions)
            text.Append(CultureInfo.InvariantCulture, $"Action {Name(action.Action.Kind)}: {action.State.ToString().ToLowerInvariant()}{(action.Detail.Length > 0 ? $" ({SafeText.Inline(action.Detail, 160)})" : "")}\n");
        return SafeText.Cut(text.ToString(), LongestReply);
    }

    private static string Verb(ModerationCase moderationCase) => moderationCase.Disposition switch
    {
        Disposition.Delete => "deleted",
        Disposition.Flag => "flagged",
        _ when moderationCase.Actions.Count > 0 => "acted on",
        _ => "shadow",
    };

    private static string Name(ActionKind kind) => kind switch
    {
        ActionKind.DeleteRelated => "delete repeats",
        ActionKind.NotifyAuthor => "tell the author",
        _ => ActionRegistry.BuiltIn.Of(kind).Id.Replace('-', ' '),
    };
}
