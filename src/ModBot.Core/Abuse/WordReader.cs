namespace ModBot.Core.Abuse;

/// <summary>Finds out which word of the lexicon a token is, however it is spelled.</summary>
internal sealed class WordReader(AbuseLexicon lexicon)
{
    private const int Longest = 40;
    private const int ShortestDisguise = 4;
    private const int ShortestStem = 4;
    private const int ShortestPart = 3;

    /// <summary>Shorter ones backwards are ordinary words: skips, spin.</summary>
    private const int ShortestReversedSlur = 6;

    private const string Signs = "0134567892@$!+|";
    private const string SignLetters = "oleasgtbgzasltl";

    private static readonly string[] Endings = ["ing", "in", "ers", "er", "ed", "ery", "y", "ies", "ish", "ness"];

    private static readonly LexicalClassSet Inflected = LexicalClassSet.Of(
        LexicalClass.Prof1, LexicalClass.Prof2, LexicalClass.Prof3, LexicalClass.Sexw, LexicalClass.Insult1, LexicalClass.Insult3, LexicalClass.Slur2, LexicalClass.Slur3);

    /// <summary>What a stretched or misspelt word must be, so that honest words are not read as something else.</summary>
    private static readonly LexicalClassSet Marked = LexicalClassSet.Offensive.With(
        LexicalClassSet.Of(LexicalClass.Group, LexicalClass.Member, LexicalClass.Trait, LexicalClass.Dim, LexicalClass.Foul, LexicalClass.Vile, LexicalClass.Kill));

    private static readonly LexicalClassSet Swearing = LexicalClassSet.Of(LexicalClass.Prof2, LexicalClass.Prof3, LexicalClass.Insult3, LexicalClass.Slur3);

    private readonly StretchedWords stretched = new(lexicon, Marked);
    private readonly UnknownWords unknown = new();
    private bool mayHoldFragment;

    public void Begin(bool textMayHoldFragment) => mayHoldFragment = textMayHoldFragment;

    /// <summary>The word's number, 0 where it is none of the lexicon's.</summary>
    /// <param name="squeezed">The token with leet and stretched letters read.</param>
    /// <param name="folded">The same place in the folded reading: what the author typed.</param>
    /// <param name="classes">What the word is here: its own classes, and <see cref="LexicalClass.Disguised"/> where it was hidden.</param>
    public int Identify(ReadOnlySpan<char> squeezed, ReadOnlySpan<char> folded, out LexicalClassSet classes)
    {
        classes = LexicalClassSet.Empty;
        if (squeezed.Length > Longest)
            return 0;
        int word = lexicon.Find(folded);
        if (word > 0)
        {
            classes = lexicon.ClassesOf(word);
            return word;
        }

        bool plain = !mayHoldFragment && folded.SequenceEqual(squeezed);
        if (plain && unknown.Holds(folded))
            return 0;
        bool spelledOut = folded.Contains(' ') || !IsLetters(folded);
        word = lexicon.Find(squeezed);
        if (word == 0 && folded.Length > 2 && folded[^2] == '\'' && folded[^1] == 's')
            word = lexicon.Find(squeezed[..^2]);
        if (word > 0)
        {
            classes = lexicon.ClassesOf(word);
            if (spelledOut && !folded.EndsWith("'s"))
                classes = classes.With(LexicalClass.Disguised);
            return word;
        }

        if (IsNumber(squeezed))
        {
            classes = LexicalClassSet.Of(LexicalClass.Number);
            return 0;
        }

        word = FindHidden(squeezed, folded, spelledOut, out bool disguised);
        if (word > 0)
        {
            classes = lexicon.ClassesOf(word);
            if (disguised)
                classes = classes.With(LexicalClass.Disguised);
        }
        else if (plain)
        {
            unknown.Remember(folded);
        }

        return word;
    }

    private int FindHidden(ReadOnlySpan<char> squeezed, ReadOnlySpan<char> folded, bool spelledOut, out bool disguised)
    {
        disguised = true;
        int word = stretched.Find(squeezed, folded);
        if (word > 0)
        {
            disguised = spelledOut;
            return word;
        }

        word = FindInflected(squeezed);
        if (word > 0)
        {
            disguised = spelledOut;
            return word;
        }

        word = FindOtherLeet(folded);
        if (word == 0)
            word = FindPlural(squeezed);
        if (word == 0)
            word = lexicon.FindMasked(squeezed);
        if (word == 0 && mayHoldFragment)
        {
            word = lexicon.FindInside(squeezed);
            if (word == 0)
                word = lexicon.FindInside(folded);
        }

        if (word > 0 || squeezed.Length < ShortestDisguise || !IsLetters(squeezed) || squeezed.Contains('\''))
            return word;
        word = lexicon.FindSpelling(squeezed);
        if (word > 0 && Math.Abs(lexicon.TextOf(word).Length - squeezed.Length) <= 2)
            return word;
        word = FindCompound(squeezed);
        if (word == 0)
            word = lexicon.FindSkeleton(squeezed);
        if (word == 0)
            word = lexicon.FindNear(squeezed);
        if (word == 0)
            word = FindReversed(squeezed);
        if (word > 0)
            return word;
        word = squeezed.Length > ShortestDisguise ? lexicon.FindSound(squeezed) : 0;
        if (word > 0)
            disguised = spelledOut || EditDistance.Between(lexicon.TextOf(word), squeezed) > 1;
        return word;
    }

    /// <summary>A plural spelled with a z: <c>indianz</c>, <c>gayz</c>.</summary>
    private int FindPlural(ReadOnlySpan<char> squeezed)
    {
        if (squeezed.Length < ShortestDisguise || squeezed[^1] != 'z')
            return 0;
        Span<char> plural = stackalloc char[Longest];
        squeezed.CopyTo(plural);
        plural[squeezed.Length - 1] = 's';
        int word = lexicon.Find(plural[..squeezed.Length]);
        return word > 0 && lexicon.ClassesOf(word).Meets(Marked) ? word : 0;
    }

    /// <summary>Reads digits and signs the other way that they are drawn: 1 as l, 8 as b, 9 as g.</summary>
    private int FindOtherLeet(ReadOnlySpan<char> folded)
    {
        if (folded.Length is < 3 or > Longest || IsLetters(folded))
            return 0;
        Span<char> read = stackalloc char[Longest];
        int letters = 0;
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i];
            letters += char.IsLetter(c) ? 1 : 0;
            int at = Signs.IndexOf(c, StringComparison.Ordinal);
            read[i] = at >= 0 ? SignLetters[at] : c;
        }

        // A word with many more signs than letters is a number or an identifier.
        int word = letters == 0 || (letters * 2) + 1 < folded.Length ? 0 : lexicon.Find(read[..folded.Length]);
        return word > 0 && lexicon.ClassesOf(word).Meets(Marked) ? word : 0;
    }

    /// <summary>Takes an inflected or derived form of an offensive word for the word.</summary>
    private int FindInflected(ReadOnlySpan<char> squeezed)
    {
        if (squeezed.Length < ShortestDisguise + 1)
            return 0;
        if (squeezed[^1] is 's' or 'z' && Offensive(squeezed[..^1]) is var plural and > 0)
            return plural;
        Span<char> stem = stackalloc char[Longest + 1];
        foreach (string ending in Endings)
        {
            int length = squeezed.Length - ending.Length;
            if (length < ShortestStem || !squeezed.EndsWith(ending, StringComparison.Ordinal))
                continue;
            int word = Offensive(squeezed[..length]);
            if (word == 0 && squeezed[length - 1] == squeezed[length - 2])
                word = Offensive(squeezed[..(length - 1)]);
            if (word == 0)
            {
                squeezed[..length].CopyTo(stem);
                stem[length] = 'e';
                word = Offensive(stem[..(length + 1)]);
            }

            if (word > 0)
                return word;
        }

        return 0;
    }

    /// <summary>An often disguised word written backwards.</summary>
    private int FindReversed(ReadOnlySpan<char> squeezed)
    {
        Span<char> reversed = stackalloc char[Longest];
        squeezed.CopyTo(reversed);
        reversed = reversed[..squeezed.Length];
        reversed.Reverse();
        int word = lexicon.Find(reversed);
        LexicalClassSet classes = lexicon.ClassesOf(word);
        return (classes.Has(LexicalClass.Hide) && classes.Meets(Swearing)) || (classes.Has(LexicalClass.Slur3) && squeezed.Length >= ShortestReversedSlur) ? word : 0;
    }

    /// <summary>Two known words written together, one of them a stem of compounds and one of them offensive: <c>asslover</c>, <c>punkasses</c>.</summary>
    private int FindCompound(ReadOnlySpan<char> squeezed)
    {
        for (int cut = ShortestPart; cut <= squeezed.Length - ShortestPart; cut++)
        {
            int first = lexicon.Find(squeezed[..cut]);
            if (first == 0)
                continue;
            int second = FindPart(squeezed[cut..]);
            if (second == 0)
                continue;
            LexicalClassSet left = lexicon.ClassesOf(first);
            LexicalClassSet right = lexicon.ClassesOf(second);
            if (left.Has(LexicalClass.Stem) && (left.Meets(Inflected) || left.Has(LexicalClass.Genital)))
                return first;
            if (right.Has(LexicalClass.Stem) && right.Meets(Inflected))
                return second;
            if (left.Has(LexicalClass.Stem) && right.Meets(Swearing))
                return second;
        }

        return 0;
    }

    /// <summary>The second part of a compound, or its singular.</summary>
    private int FindPart(ReadOnlySpan<char> part)
    {
        int word = lexicon.Find(part);
        if (lexicon.ClassesOf(word).Has(LexicalClass.Stem) || part[^1] is not ('s' or 'z'))
            return word;
        int single = part.Length > ShortestPart ? lexicon.Find(part[..^1]) : 0;
        if (!lexicon.ClassesOf(single).Has(LexicalClass.Stem) && part.Length > ShortestPart + 1 && part[^2] == 'e')
            single = lexicon.Find(part[..^2]);
        return lexicon.ClassesOf(single).Has(LexicalClass.Stem) ? single : word;
    }

    private int Offensive(ReadOnlySpan<char> stem)
    {
        int word = lexicon.Find(stem);
        return word > 0 && lexicon.ClassesOf(word).Meets(Inflected) ? word : 0;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsLetter(c) && c != '\'')
                return false;
        }

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsDigit(c))
                return false;
        }

        return true;
    }
}
