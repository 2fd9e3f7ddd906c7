using System.Text.Encodings.Web;
using System.Text.Json;
using ModBot.Core.Verdicts;

namespace ModBot.CommandLine;

/// <summary>Writes verdicts as JSON Lines: the contract of <c>replay --format jsonl</c> and <c>check</c>.</summary>
internal sealed class JudgementLine : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Stream destination;
    private readonly Utf8JsonWriter writer;

    public JudgementLine(Stream destination)
    {
        this.destination = destination;
        writer = new Utf8JsonWriter(destination, Options);
    }

    public void Write(int index, string author, Verdict verdict)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, index);
        writer.WriteString("author"u8, author);
        WriteVerdict(verdict);
        End();
    }

    public void Write(JsonElement? id, string? author, Verdict verdict)
    {
        writer.WriteStartObject();
        WriteId(id);
        if (author is not null)
            writer.WriteString("author"u8, author);
        WriteVerdict(verdict);
        End();
    }

    /// <summary>Stands in the place of a line that could not be judged.</summary>
    public void WriteError(long line, JsonElement? id, string error)
    {
        writer.WriteStartObject();
        if (id is not null)
            WriteId(id);
        writer.WriteNumber("line"u8, line);
        writer.WriteString("error"u8, error);
        End();
    }

    public void Dispose() => writer.Dispose();

    private void WriteId(JsonElement? id)
    {
        writer.WritePropertyName("id"u8);
        if (id is { } value)
            value.WriteTo(writer);
        else
            writer.WriteNullValue();
    }

    private void WriteVerdict(Verdict verdict)
    {
        writer.WriteString("verdict"u8, verdict.Disposition switch { Disposition.Delete => "delete"u8, Disposition.Flag => "flag"u8, _ => "log"u8 });
        writer.WriteNumber("spam"u8, Math.Round(verdict.Spam, 4));
        writer.WriteStartArray("categories"u8);
        foreach (Category category in verdict.Categories)
            writer.WriteStringValue(category.NameOf());
        writer.WriteEndArray();
        writer.WriteStartArray("hits"u8);
        foreach (Hit hit in verdict.Hits)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, hit.Rule);
            writer.WriteString("filter"u8, hit.Filter);
            writer.WriteString("evidence"u8, string.Join(" … ", hit.Evidence.Select(evidence => evidence.Original)));
            writer.WriteString("reason"u8, hit.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void End()
    {
        writer.WriteEndObject();
        writer.Flush();
        writer.Reset();
        destination.WriteByte((byte)'\n');
    }
}
