using System.Globalization;
using System.Text.Json.Nodes;
using ModBot.Core.Audit;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;
using ModBot.Core.Search;
using ModBot.Core.Statistics;
using ModBot.Core.Verdicts;

namespace ModBot.Dashboard.Parts;

/// <summary>How things are called on the page.</summary>
internal static class Wording
{
    public static string Verdict(ModerationCase moderationCase) => moderationCase.Disposition switch
    {
        Disposition.Delete => "deleted",
        Disposition.Flag => "flagged",
        _ => moderationCase.Intended == Disposition.Delete ? "would delete" : "would flag",
    };

    /// <summary>The class that colours it.</summary>
    public static string VerdictTone(ModerationCase moderationCase) => moderationCase.Disposition switch
    {
        Disposition.Delete => "bad",
        Disposition.Flag => "warn",
        _ => "mute",
    };

    public static string Name(Disposition disposition) => disposition switch
    {
        Disposition.Delete => "delete",
        Disposition.Flag => "flag",
        _ => "log",
    };

    public static ReviewState State(ModerationCase moderationCase) => moderationCase.Reviews is [var first, ..]
        ? first.Decision == ReviewDecision.Upheld ? ReviewState.Upheld : ReviewState.Overturned
        : ReviewState.Open;

    public static string Tone(ReviewState state) => state switch
    {
        ReviewState.Upheld => "good",
        ReviewState.Overturned => "note",
        _ => "mute",
    };

    public static string Name(ReviewDecision decision) => decision == ReviewDecision.Upheld ? "upheld" : "overturned";

    /// <summary>An action with its options, as in a rule's document.</summary>
    public static string Action(RuleAction action)
    {
        JsonObject document = RuleActionJson.Write(action);
        string options = string.Join(", ", document.Where(option => option.Key != "action").Select(option => $"{option.Key} {Plain(option.Value)}"));
        string name = document["action"]!.GetValue<string>().Replace('-', ' ');
        return options.Length == 0 ? name : $"{name} ({options})";
    }

    public static string Occurrence(OccurrenceKinds kind) => kind switch
    {
        OccurrenceKinds.Message => "message",
        _ => Words(kind.ToString()),
    };

    public static string Surface(SurfaceKind kind) => kind switch
    {
        SurfaceKind.Content => "the message",
        SurfaceKind.Embed => "an embed",
        SurfaceKind.EmbedUrl => "an embed's link",
        SurfaceKind.AttachmentName => "an attachment's name",
        SurfaceKind.AttachmentDescription => "an attachment's description",
        SurfaceKind.Forward => "a forwarded message",
        SurfaceKind.ForwardEmbed => "a forwarded embed",
        SurfaceKind.ForwardAttachment => "a forwarded attachment",
        SurfaceKind.Sticker => "a sticker",
        SurfaceKind.PollQuestion => "a poll's question",
        SurfaceKind.PollAnswer => "a poll's answer",
        SurfaceKind.ThreadName => "a thread's name",
        SurfaceKind.Component => "a component",
        SurfaceKind.Username or SurfaceKind.GlobalName or SurfaceKind.Nickname => "the name",
        _ => kind.ToString(),
    };

    public static string Audit(AuditKind kind) => kind switch
    {
        AuditKind.EvidenceViewed => "saw evidence",
        AuditKind.CasesExported => "exported cases",
        AuditKind.MemberExported => "exported a member's data",
        AuditKind.MemberErased => "erased a member's data",
        AuditKind.CaseReviewed => "reviewed",
        AuditKind.NoteAdded => "wrote a note",
        AuditKind.RetentionChanged => "changed the retention",
        AuditKind.LearningChanged => "changed what is learned",
        _ => Words(kind.ToString()),
    };

    /// <summary>MemberJoined → member joined.</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((character, index) => char.IsUpper(character) ? $"{(index > 0 ? " " : "")}{char.ToLowerInvariant(character)}" : $"{character}"));

    private static string Plain(JsonNode? value) => value switch
    {
        JsonArray list => string.Join(" ", list.Select(Plain)),
        JsonValue single when single.TryGetValue(out string? text) => text,
        _ => value?.ToJsonString() ?? "",
    };

    public static string Score(float spam) => float.IsNaN(spam) ? "–" : spam.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Count(long count) => count >= OpenCases.Most ? $"{OpenCases.Most:N0}+" : count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);

    /// <summary>A span of time in its largest unit.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => $"{span.TotalSeconds:0} s",
        { TotalMinutes: < 60 } => $"{span.TotalMinutes:0} min",
        { TotalHours: < 48 } => $"{span.TotalHours:0.#} h",
        _ => $"{span.TotalDays:0.#} days",
    };
}
