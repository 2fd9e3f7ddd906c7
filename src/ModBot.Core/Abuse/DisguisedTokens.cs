using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>Puts disguised words in the place of the tokens that they were read as. Owns scratch memory: one per thread.</summary>
internal sealed class DisguisedTokens(AbuseLexicon lexicon)
{
    private readonly LetterRole[] roles = new LetterRole[DisguiseSearch.ScratchLength];
    private readonly List<DisguisedSpan> spans = [];

    public void Find(TextViews views, TokenBuffer tokens)
    {
        spans.Clear();
        new DisguiseSearch(lexicon.Disguises, lexicon.Hidden, views.Folded, roles).Find(spans);
        int token = 0;
        foreach (DisguisedSpan span in spans)
            token = Place(span, views, tokens, token);
    }

    /// <summary>Returns the place to go on from.</summary>
    private int Place(DisguisedSpan span, TextViews views, TokenBuffer tokens, int token)
    {
        (int from, int length) = views.Folded.SourceSpan(span.Start, span.End - span.Start);
        int to = from + length;
        FoldedText squeezed = views.Squeezed;
        while (token < tokens.Count && squeezed.SourceEndOf(tokens[token].End - 1) <= from)
            token++;
        int last = token;
        while (last < tokens.Count && squeezed.SourceOf(tokens[last].Start) < to)
            last++;
        int start = PlaceOf(squeezed, from);
        int end = Math.Max(start + 1, PlaceOf(squeezed, to));
        AbuseToken found = last > token ? tokens[token] : token > 0 ? tokens[token - 1] : default;
        if (last > token)
        {
            // What was recognised in just this place, or in a wider one, stays.
            if (last == token + 1 && found.Start <= start && found.End >= end && found.Word != 0 && (!found.Classes.Has(LexicalClass.Disguised) || found.Classes.Meets(LexicalClassSet.Plain)))
                return token + 1;
            start = Math.Min(start, found.Start);
            end = Math.Max(end, tokens[last - 1].End);
        }

        found.Start = start;
        found.Length = end - start;
        found.Word = span.Word;
        found.Classes = lexicon.ClassesOf(span.Word).With(LexicalClass.Disguised);
        if (last > token)
            tokens.Merge(token, last - token, found);
        else
            tokens.Insert(token, found);
        return token + 1;
    }

    /// <summary>The first character of the reading that was read from that place or from behind it.</summary>
    private static int PlaceOf(FoldedText reading, int source)
    {
        int low = 0;
        int high = reading.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (reading.SourceOf(middle) < source)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
