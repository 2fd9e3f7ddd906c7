using System.Text.Encodings.Web;
using System.Text.Json;
using ModBot.Core.Cases;

namespace ModBot.CommandLine;

/// <summary>Writes cases as JSON Lines for <c>log export</c>.</summary>
internal sealed class CaseLine(Stream destination) : IDisposable
{
    private readonly Utf8JsonWriter writer = new(destination, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(ModerationCase moderationCase)
    {
        CaseDocument.Write(writer, moderationCase, evidence: true);
        writer.Flush();
        writer.Reset();
        destination.WriteByte((byte)'\n');
    }

    public void Dispose() => writer.Dispose();
}
