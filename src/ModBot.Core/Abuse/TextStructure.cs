using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>Keeps count of sentences, clauses, quotation marks and block quotes while a text is cut into tokens.</summary>
internal ref struct TextStructure
{
    private const string Stops = "!?;:";
    private const string Breaks = ",()[]{}\u2014\u2013/|";
    private const string Quotes = "\"\u201c\u201d\u201e\u00ab\u00bb";

    private readonly ReadOnlySpan<char> original;
    private int sentence;
    private int clause;
    private int quote;
    private int quotes;
    private int lastSource;
    private bool fresh = true;
    private bool inBlock;

    public TextStructure(string original)
    {
        this.original = original;
        inBlock = StartsBlockQuote(original, 0);
    }

    /// <summary>True before the first word of a sentence or of quoted words, where a capital says nothing.</summary>
    public readonly bool AtSentenceStart => fresh;

    /// <summary>Takes note of a character between words.</summary>
    public void Pass(ReadOnlySpan<char> text, int at, FoldedText reading)
    {
        char c = text[at];
        if (c == ' ')
        {
            PassLine(reading.SourceOf(at), reading.SourceEndOf(at));
        }
        else if (c == '.')
        {
            if (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]))
                Stop();
        }
        else if (Stops.Contains(c, StringComparison.Ordinal))
        {
            Stop();
        }
        else if (Breaks.Contains(c, StringComparison.Ordinal))
        {
            clause++;
        }
        else if (c == '-')
        {
            if (at > 0 && text[at - 1] == ' ')
                clause++;
        }
        else if (Quotes.Contains(c, StringComparison.Ordinal))
        {
            quote = quote == 0 ? ++quotes : 0;
            fresh |= quote != 0;
        }
    }

    /// <summary>A token at that place, its words not yet looked up.</summary>
    public readonly AbuseToken Position(FoldedText reading, int at, int length)
    {
        int source = reading.SourceOf(at);
        return new AbuseToken
        {
            Start = at,
            Length = length,
            Sentence = sentence,
            Clause = clause,
            Quote = quote,
            Capital = char.IsUpper(original[source]),
            InBlockQuote = inBlock,
        };
    }

    public void Took() => fresh = false;

    /// <summary>A quotation that never ends is none: an inch mark, a slip.</summary>
    public readonly void Finish(TokenBuffer tokens)
    {
        if (quote == 0)
            return;
        for (int i = tokens.Count - 1; i >= 0 && tokens[i].Quote == quote; i--)
            tokens[i].Quote = 0;
    }

    private static bool StartsBlockQuote(ReadOnlySpan<char> original, int line)
    {
        ReadOnlySpan<char> rest = original[line..].TrimStart(' ');
        return rest.Length > 1 && rest[0] == '>' && (rest[1] is ' ' or '>' or '"' || char.IsLetter(rest[1]));
    }

    private void Stop()
    {
        sentence++;
        clause++;
        fresh = true;
    }

    private void PassLine(int source, int end)
    {
        int from = Math.Min(lastSource, source);
        lastSource = end;
        ReadOnlySpan<char> gap = original[from..end];
        int newLine = gap.LastIndexOf('\n');
        if (newLine < 0)
            return;
        Stop();
        inBlock = StartsBlockQuote(original, from + newLine + 1);
    }
}
