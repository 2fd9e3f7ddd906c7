using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Dashboard.Reading;

/// <summary>A text in pieces, those that a filter saw marked with the rules that did.</summary>
public sealed record MarkedText(IReadOnlyList<MarkedText.Piece> Pieces)
{
    /// <summary>A stretch of the text; rules is null where it is not marked.</summary>
    public sealed record Piece(string Text, string? Rules);

    private sealed record Span(int Start, int End, string Rule);

    /// <summary>The message as it was written.</summary>
    public static MarkedText Original(CaseEvidence evidence) => Cut(evidence.Content, Spans(evidence));

    /// <summary>The message as the filters read it: folded, the same places marked.</summary>
    public static MarkedText Normalised(CaseEvidence evidence)
    {
        var folded = new FoldedText();
        TextFolder.Fold(evidence.Content, folded);
        string text = folded.ToString();
        var spans = new List<Span>();
        foreach (Span span in Spans(evidence))
        {
            int start = 0;
            while (start < folded.Length && folded.SourceEndOf(start) <= span.Start)
                start++;
            int end = start;
            while (end < folded.Length && folded.SourceOf(end) < span.End)
                end++;
            spans.Add(span with { Start = start, End = end });
        }

        return Cut(text, spans);
    }

    /// <summary>The beginning of the message, a little before the first mark where that lies far behind.</summary>
    public static MarkedText Excerpt(CaseEvidence evidence, int longest)
    {
        if (evidence.Content.Length <= longest)
            return Original(evidence);
        List<Span> spans = Spans(evidence);
        int first = spans.Count == 0 ? 0 : spans.Min(span => span.Start);
        int start = first <= longest * 2 / 3 ? 0 : Math.Min(first - (longest / 4), evidence.Content.Length - longest);
        int end = Math.Min(evidence.Content.Length, start + longest);
        start = Whole(evidence.Content, start);
        end = Whole(evidence.Content, end);
        MarkedText cut = Cut(evidence.Content[start..end], [.. spans.Select(span => span with { Start = span.Start - start, End = span.End - start })]);
        return new MarkedText([.. start > 0 ? (Piece[])[new Piece("… ", null)] : [], .. cut.Pieces, .. end < evidence.Content.Length ? (Piece[])[new Piece(" …", null)] : []]);
    }

    /// <summary>Never between the halves of a surrogate pair.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    /// <summary>
    /// Where the evidence stands in the kept text. Spans of the content keep their place, for the content comes first; those of
    /// other surfaces are looked for by what was written there.
    /// </summary>
    private static List<Span> Spans(CaseEvidence evidence)
    {
        var spans = new List<Span>();
        foreach (Hit hit in evidence.Hits)
        {
            foreach (Evidence item in hit.Evidence.Where(item => item.Length > 0))
            {
                bool inPlace = item.Surface == SurfaceKind.Content && item.Start >= 0 && item.Start + item.Length <= evidence.Content.Length;
                int start = inPlace ? item.Start : item.Original.Length > 0 ? evidence.Content.IndexOf(item.Original, StringComparison.Ordinal) : -1;
                if (start >= 0)
                    spans.Add(new Span(start, start + (inPlace ? item.Length : item.Original.Length), hit.Rule));
            }
        }

        return spans;
    }

    private static MarkedText Cut(string text, List<Span> spans)
    {
        var pieces = new List<Piece>();
        int[] edges = [.. spans.SelectMany(span => (int[])[span.Start, span.End]).Append(0).Append(text.Length).Select(edge => Whole(text, Math.Clamp(edge, 0, text.Length))).Distinct().Order()];
        foreach ((int from, int to) in edges.Zip(edges.Skip(1)))
        {
            string[] rules = [.. spans.Where(span => span.Start < to && span.End > from).Select(span => span.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            string? marked = rules.Length == 0 ? null : string.Join(", ", rules);
            if (pieces.Count > 0 && pieces[^1].Rules == marked)
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text[from..to] };
            else
                pieces.Add(new Piece(text[from..to], marked));
        }

        return new MarkedText(pieces);
    }
}
