using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>Cuts a text into tokens that the lexicon has looked at. Owns scratch memory: one per thread.</summary>
internal sealed class AbuseTokenizer(AbuseLexicon lexicon)
{
    /// <summary>Longer messages are read this far: no platform's message has more words.</summary>
    public const int MostTokens = 4096;

    private const int LongestHyphenated = 32;

    /// <summary>Three brackets around a name or pronoun are a code for Jewish people.</summary>
    private const string Echo = "(((";

    /// <summary>Digits in an address are numbers and identifiers, no letters in disguise.</summary>
    private const string AddressMark = "://";

    private static readonly LexicalClassSet Echoed = LexicalClassSet.Of(LexicalClass.Group, LexicalClass.Jewish, LexicalClass.Disguised);

    private readonly WordReader reader = new(lexicon);
    private readonly DisguisedTokens disguised = new(lexicon);

    public void Read(TextViews views, TokenBuffer into)
    {
        into.Clear();
        FoldedText squeezed = views.Squeezed;
        FoldedText folded = views.Folded;
        ReadOnlySpan<char> text = squeezed.Span;
        reader.Begin(lexicon.MayHoldFragment(text) || lexicon.MayHoldFragment(folded.Span));
        var structure = new TextStructure(views.Original);
        int at = 0;
        int foldedAt = 0;
        int runEnd = 0;
        bool inAddress = false;
        while (at < text.Length && into.Count < MostTokens)
        {
            int end = WordEnd(text, at);
            if (end == at || (text[at] == '_' && at > 0 && char.IsLetter(text[at - 1])))
            {
                int symbol = SymbolLength(text, at);
                if (symbol > 0 && lexicon.Find(text.Slice(at, symbol)) is var sign and > 0)
                    into.Add(Place(structure.Position(squeezed, at, symbol), sign, lexicon.ClassesOf(sign)));
                else
                    structure.Pass(text, at, squeezed);
                at += Math.Max(symbol, 1);
                continue;
            }

            if (at >= runEnd)
            {
                runEnd = at + (text[at..].IndexOf(' ') is var blank and >= 0 ? blank : text.Length - at);
                inAddress = text[at..runEnd].Contains(AddressMark, StringComparison.Ordinal);
            }

            end = Hyphenated(text, at, end, out int word);
            LexicalClassSet classes = lexicon.ClassesOf(word);
            if (word == 0 && !(inAddress && Written(squeezed, at, end, folded, foldedAt).ContainsAnyInRange('0', '9')))
            {
                word = reader.Identify(text[at..end], Written(squeezed, at, end, folded, foldedAt), out classes);
                bool joined = at > 0 && text[at - 1] == '_';
                if (word == 0 && text[at..end].IndexOf('_') is var joint and > 0)
                {
                    end = at + joint;
                    word = reader.Identify(text[at..end], Written(squeezed, at, end, folded, foldedAt), out classes);
                    joined = true;
                }

                // Names of things are written so, hence only the plainest words count.
                if (joined)
                    (word, classes) = classes.Has(LexicalClass.Hide) ? (word, classes.With(LexicalClass.Disguised)) : (0, LexicalClassSet.Empty);
            }

            int source = squeezed.SourceOf(at);
            AbuseToken token = Place(structure.Position(squeezed, at, end - at), word, classes);
            token.InAddress = inAddress;
            if (word == 0 && views.Original[source] == '@')
                token.Classes = token.Classes.With(LexicalClass.Mention).With(LexicalClass.Name);
            else if (word == 0 && token.Capital && !structure.AtSentenceStart)
                token.Classes = token.Classes.With(LexicalClass.Name);
            if (at >= Echo.Length && text[(at - Echo.Length)..at].SequenceEqual(Echo))
                token.Classes = token.Classes.With(Echoed);
            into.Add(token);
            structure.Took();
            at = end;
            foldedAt = PlaceFrom(folded, foldedAt, squeezed.SourceEndOf(end - 1));
        }

        structure.Finish(into);
        disguised.Find(views, into);
        PhraseFinder.Find(into, lexicon);
    }

    /// <summary>The same stretch in the folded reading: what the author typed.</summary>
    /// <param name="squeezed">The squeezed reading.</param>
    /// <param name="start">First character there.</param>
    /// <param name="end">The character behind the last.</param>
    /// <param name="folded">The folded reading.</param>
    /// <param name="from">A place in it not behind the stretch.</param>
    private static ReadOnlySpan<char> Written(FoldedText squeezed, int start, int end, FoldedText folded, int from)
    {
        int first = PlaceFrom(folded, from, squeezed.SourceOf(start));
        return folded.Span[first..PlaceFrom(folded, first, squeezed.SourceEndOf(end - 1))];
    }

    private static int PlaceFrom(FoldedText folded, int from, int source)
    {
        while (from < folded.Length && folded.SourceOf(from) < source)
            from++;
        return from;
    }

    private static AbuseToken Place(AbuseToken token, int word, LexicalClassSet classes)
    {
        token.Word = word;
        token.Classes = word == 0 ? classes.With(LexicalClass.Unknown) : classes;
        return token;
    }

    private static bool IsWordCharacter(ReadOnlySpan<char> text, int at)
    {
        char c = text[at];
        if (char.IsLetterOrDigit(c))
            return true;
        bool before = at > 0 && (char.IsLetter(text[at - 1]) || MaskedWords.IsMask(text[at - 1]));
        bool after = at + 1 < text.Length && (char.IsLetter(text[at + 1]) || MaskedWords.IsMask(text[at + 1]));
        return c switch
        {
            '\'' => before && after,
            '*' => before || after,
            '#' => before,
            '_' => before && after,
            _ => false,
        };
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsWordCharacter(text, at))
            at++;
        return at;
    }

    /// <summary>Takes a hyphenated run as one word where the lexicon knows it, hyphens kept, dropped or standing for a letter.</summary>
    private int Hyphenated(ReadOnlySpan<char> text, int start, int end, out int word)
    {
        word = 0;
        if (end + 1 >= text.Length || text[end] != '-' || !char.IsLetterOrDigit(text[end + 1]))
            return end;
        int last = end;
        while (last + 1 < text.Length && text[last] == '-' && char.IsLetterOrDigit(text[last + 1]))
            last = WordEnd(text, last + 1);
        ReadOnlySpan<char> whole = text[start..last];
        if (whole.Length > LongestHyphenated)
            return end;
        word = lexicon.Find(whole);
        Span<char> joined = stackalloc char[LongestHyphenated];
        if (word == 0)
        {
            int length = 0;
            foreach (char c in whole)
            {
                if (c != '-')
                    joined[length++] = c;
            }

            word = lexicon.Find(joined[..length]);
        }

        if (word == 0 && whole.Count('-') == 1 && lexicon.Find(text[start..end]) == 0 && lexicon.Find(text[(end + 1)..last]) == 0)
        {
            whole.Replace(joined, '-', '*');
            word = lexicon.FindMasked(joined[..whole.Length]);
        }

        return word == 0 ? end : last;
    }

    private static int SymbolLength(ReadOnlySpan<char> text, int at)
    {
        if (text[at] < 0x2000)
            return 0;
        return char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
    }
}
