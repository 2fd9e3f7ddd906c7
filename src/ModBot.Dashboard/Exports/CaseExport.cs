using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModBot.Core.Cases;
using ModBot.Core.Ports;
using ModBot.Core.Search;

namespace ModBot.Dashboard.Exports;

/// <summary>Writes the cases of a filter, oldest first, a page at a time: the memory it takes does not grow with them.</summary>
internal sealed class CaseExport(ICaseSearch search, CaseFilter filter, bool evidence, ExportProgress progress)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task WriteCsvAsync(Stream destination, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        // Without this mark spreadsheets take the text for the machine's own code page.
        text.Append('\uFEFF');
        CaseCsv.WriteHead(text, evidence);
        await foreach (IReadOnlyList<ModerationCase> page in PagesAsync(cancellationToken))
        {
            foreach (ModerationCase moderationCase in page)
                CaseCsv.Write(text, moderationCase, evidence);
            await destination.WriteAsync(Utf8.GetBytes(text.ToString()), cancellationToken);
            text.Clear();
            progress.Add(page.Count);
        }

        await destination.WriteAsync(Utf8.GetBytes(text.ToString()), cancellationToken);
    }

    public async Task WriteJsonAsync(Stream destination, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(destination, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        await foreach (IReadOnlyList<ModerationCase> page in PagesAsync(cancellationToken))
        {
            foreach (ModerationCase moderationCase in page)
                CaseDocument.Write(writer, moderationCase, evidence);
            await writer.FlushAsync(cancellationToken);
            progress.Add(page.Count);
        }

        writer.WriteEndArray();
        await writer.FlushAsync(cancellationToken);
    }

    private async IAsyncEnumerable<IReadOnlyList<ModerationCase>> PagesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new CaseSearchQuery { Filter = filter, Order = CaseOrder.Oldest, Limit = CaseSearchQuery.MaximumLimit };
        do
        {
            CasePage page = await search.FindAsync(query, cancellationToken);
            if (page.Cases.Count > 0)
                yield return page.Cases;
            query = query with { From = page.Next };
        }
        while (query.From is not null);
    }
}
