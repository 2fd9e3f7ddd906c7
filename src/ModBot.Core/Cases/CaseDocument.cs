using System.Text.Json;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Cases;

/// <summary>A case as a JSON object, for exports. Ids are strings: not every reader keeps 64 bits.</summary>
public static class CaseDocument
{
    /// <param name="writer">Where the object is written.</param>
    /// <param name="moderationCase">The case.</param>
    /// <param name="evidence">Also what may not be kept for ever: the text, the hits with their reasons.</param>
    public static void Write(Utf8JsonWriter writer, ModerationCase moderationCase, bool evidence)
    {
        writer.WriteStartObject();
        writer.WriteNumber("case", moderationCase.Number);
        writer.WriteString("guild", moderationCase.Key.GuildId.ToString());
        writer.WriteString("channel", moderationCase.ChannelId.ToString());
        writer.WriteString("message", moderationCase.Key.MessageId.ToString());
        writer.WriteString("author", moderationCase.AuthorId.ToString());
        writer.WriteString("authorName", moderationCase.AuthorName);
        writer.WriteString("postedAt", moderationCase.PostedAt);
        writer.WriteString("openedAt", moderationCase.OpenedAt);
        writer.WriteString("verdict", Name(moderationCase.Disposition));
        writer.WriteString("intended", Name(moderationCase.Intended));
        writer.WriteString("rule", moderationCase.Rule);
        if (float.IsFinite(moderationCase.Spam))
            writer.WriteNumber("spam", Math.Round(moderationCase.Spam, 4));
        else
            writer.WriteNull("spam");
        writer.WriteNumber("ruleSetVersion", moderationCase.RuleSetVersion);
        writer.WriteString("model", moderationCase.ModelVersion);
        writer.WriteBoolean("private", moderationCase.Private);
        writer.WriteNumber("incident", moderationCase.IncidentNumber);
        writer.WriteStartArray("categories");
        foreach (Category category in moderationCase.Categories)
            writer.WriteStringValue(category.NameOf());
        writer.WriteEndArray();
        if (evidence)
            WriteEvidence(writer, moderationCase.Evidence);
        WriteActions(writer, moderationCase.Actions);
        WriteReviews(writer, moderationCase.Reviews);
        writer.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, CaseEvidence? evidence)
    {
        writer.WriteString("text", evidence?.Content);
        writer.WriteStartArray("hits");
        foreach (Hit hit in evidence?.Hits ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("rule", hit.Rule);
            writer.WriteString("filter", hit.Filter);
            writer.WriteString("reason", hit.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteActions(Utf8JsonWriter writer, IReadOnlyList<CaseAction> actions)
    {
        writer.WriteStartArray("actions");
        foreach (CaseAction action in actions)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", action.Action.Kind.ToString());
            writer.WriteString("state", Name(action.State));
            writer.WriteString("detail", action.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteReviews(Utf8JsonWriter writer, IReadOnlyList<Review> reviews)
    {
        writer.WriteStartArray("reviews");
        foreach (Review review in reviews)
        {
            writer.WriteStartObject();
            writer.WriteString("decision", Name(review.Decision));
            writer.WriteString("moderator", review.ModeratorId.ToString());
            writer.WriteString("moderatorName", review.ModeratorName);
            writer.WriteString("reason", review.Reason);
            writer.WriteString("at", review.At);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
