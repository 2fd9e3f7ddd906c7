using System.Text.Encodings.Web;
using System.Text.Json;
using ModBot.Core.Cases;
using ModBot.Core.Verdicts;

namespace ModBot.CommandLine;

/// <summary>Writes cases as JSON Lines for <c>log export</c>.</summary>
internal sealed class CaseLine(Stream destination) : IDisposable
{
    private readonly Utf8JsonWriter writer = new(destination, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(ModerationCase moderationCase)
    {
        writer.WriteStartObject();
        writer.WriteNumber("case", moderationCase.Number);
        writer.WriteString("guild", moderationCase.Key.GuildId.ToString());
        writer.WriteString("channel", moderationCase.ChannelId.ToString());
        writer.WriteString("message", moderationCase.Key.MessageId.ToString());
        writer.WriteString("author", moderationCase.AuthorId.ToString());
        writer.WriteString("authorName", moderationCase.AuthorName);
        writer.WriteString("postedAt", moderationCase.PostedAt);
        writer.WriteString("verdict", moderationCase.Disposition.ToString().ToLowerInvariant());
        writer.WriteString("intended", moderationCase.Intended.ToString().ToLowerInvariant());
        writer.WriteString("rule", moderationCase.Rule);
        writer.WriteNumber("spam", Math.Round(moderationCase.Spam, 4));
        writer.WriteNumber("ruleSetVersion", moderationCase.RuleSetVersion);
        writer.WriteString("model", moderationCase.ModelVersion);
        writer.WriteStartArray("categories");
        foreach (Category category in moderationCase.Categories)
            writer.WriteStringValue(category.NameOf());
        writer.WriteEndArray();
        writer.WriteString("text", moderationCase.Evidence?.Content);
        writer.WriteStartArray("hits");
        foreach (Hit hit in moderationCase.Evidence?.Hits ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("rule", hit.Rule);
            writer.WriteString("filter", hit.Filter);
            writer.WriteString("reason", hit.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("actions");
        foreach (CaseAction action in moderationCase.Actions)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", action.Action.Kind.ToString());
            writer.WriteString("state", action.State.ToString().ToLowerInvariant());
            writer.WriteString("detail", action.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("reviews");
        foreach (Review review in moderationCase.Reviews)
        {
            writer.WriteStartObject();
            writer.WriteString("decision", review.Decision.ToString().ToLowerInvariant());
            writer.WriteString("moderator", review.ModeratorId.ToString());
            writer.WriteString("at", review.At);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        writer.Reset();
        destination.WriteByte((byte)'\n');
    }

    public void Dispose() => writer.Dispose();
}
