using System.Numerics;
using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>
/// Finds swear words and slurs whose letters are replaced, repeated, parted or hidden, in any mixture: walks the words' trie along the
/// text, every character playing every part it can. A bounded number of steps for each place and for the text.
/// </summary>
internal ref struct DisguiseSearch
{
    private const int StepsPerStart = 400;
    private const int StepsPerText = 60_000;

    /// <summary>No disguise is longer than this.</summary>
    private const int Longest = 64;

    /// <summary>At most so many characters stand between two letters.</summary>
    private const int WidestGap = 3;

    private const int MostHidden = 6;
    private const string Vowels = "aeiou";
    private const uint VowelBits = 1u | (1u << 4) | (1u << 8) | (1u << 14) | (1u << 20);

    private readonly DisguiseJudge judge;
    private readonly WordTrie trie;
    private readonly FoldedText reading;
    private readonly ReadOnlySpan<char> text;
    private readonly Span<LetterRole> roles;
    private int start;
    private int steps;
    private int budget = StepsPerText;
    private DisguisedSpan best;

    /// <param name="judge">Decides which readings are meant.</param>
    /// <param name="trie">The words to find.</param>
    /// <param name="reading">The folded reading.</param>
    /// <param name="roles">Scratch memory of <see cref="ScratchLength"/>.</param>
    public DisguiseSearch(DisguiseJudge judge, WordTrie trie, FoldedText reading, Span<LetterRole> roles)
    {
        this.judge = judge;
        this.trie = trie;
        this.reading = reading;
        text = reading.Span;
        this.roles = roles;
    }

    public static int ScratchLength => Longest + 8;

    /// <summary>Adds what it finds, from left to right, without overlaps.</summary>
    public void Find(List<DisguisedSpan> into)
    {
        bool hasAddress = text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal);
        int addressEnd = 0;
        for (start = 0; start < text.Length && budget > 0; start++)
        {
            if (text[start] == ' ' || !IsStart(start))
                continue;
            if (hasAddress && start >= addressEnd && IsChunkStart(start) && AddressEnd(start) is var end and > 0)
                addressEnd = end;
            if (start >= addressEnd && !LeadsNowhere(start))
                TryHere(into);

            // Nothing begins inside a word.
            while (start + 1 < text.Length && char.IsAsciiLetterLower(text[start]) && char.IsAsciiLetterLower(text[start + 1]))
                start++;
        }
    }

    private void TryHere(List<DisguisedSpan> into)
    {
        best = default;
        steps = StepsPerStart;
        Walk(WordTrie.Root, start, '\0', hidden: 0);
        budget -= StepsPerStart - Math.Max(steps, 0);
        if (best.Word == 0)
            return;
        into.Add(best);
        start = best.End - 1;
    }

    private readonly bool IsStart(int at) => at == 0 || (!char.IsLetterOrDigit(text[at - 1]) && !(text[at - 1] == '\'' && at > 1 && char.IsLetter(text[at - 2])));

    private readonly bool IsChunkStart(int at) => at == 0 || text[at - 1] == ' ';

    /// <summary>The end of a web address that begins there; 0 where there is none. Addresses are full of letters by chance.</summary>
    private readonly int AddressEnd(int at)
    {
        int length = text[at..].IndexOf(' ');
        ReadOnlySpan<char> chunk = length < 0 ? text[at..] : text.Slice(at, length);
        return chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.Ordinal) ? at + chunk.Length : 0;
    }

    /// <summary>
    /// The quick answer for ordinary text, which is nearly all: true where the letters from here on, blanks and stops passed over, lead to
    /// no word's end, and where none of them could be anything else.
    /// </summary>
    private readonly bool LeadsNowhere(int at)
    {
        int node = WordTrie.Root;
        char last = '\0';
        bool broken = false;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (!char.IsAsciiLetterLower(c))
            {
                // A stop inside a word may hide a vowel.
                bool ordinary = c is ' ' or ',' || (c == '.' && !(at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1])));
                if (!ordinary || (broken && trie.WordAt(node) > 0))
                    return false;
                broken = true;
                last = '\0';
                continue;
            }

            char next = at + 1 < text.Length ? text[at + 1] : ' ';
            bool repeats = next == c && (at == start || c == last);
            if (repeats || MayBeAnother(node, c, last, next))
                return false;
            node = trie.Child(node, c);
            if (node < 0)
                return true;
            last = c;
        }

        return !broken || trie.WordAt(node) == 0;
    }

    /// <summary>True where a word goes on with another letter that this one may stand for.</summary>
    private readonly bool MayBeAnother(int node, char c, char last, char next)
    {
        if (c is 'x' or 'v' && (trie.LettersAt(node) & VowelBits) != 0)
            return true;
        return LetterSigns.IsDrawn(c, next) || (LetterSigns.Alike(c, last, next) is var alike and not '\0' && trie.Child(node, alike) >= 0);
    }

    private void Walk(int node, int at, char last, int hidden)
    {
        if (--steps < 0)
            return;
        bool inGap = at > start && roles[at - 1 - start] == LetterRole.Gap;
        if (!inGap && trie.WordAt(node) is var word and > 0 && IsEnd(at))
            Consider(word, at);
        if (at >= text.Length || at - start >= Longest)
            return;
        char c = text[at];
        if (char.IsAsciiLetterLower(c))
        {
            Letter(node, at, c, last, hidden);
            return;
        }

        if (char.IsLetter(c))
            return;
        foreach (char letter in LetterSigns.Letters(c))
        {
            LetterRole role = char.IsAsciiDigit(c) ? LetterRole.Digit : LetterRole.Sign;
            Step(node, at, letter, role, hidden);
            if (letter == last && !inGap)
                Stay(node, at, last, LetterRole.Repeat, hidden);
        }

        Drawn(node, at, hidden);
        Hidden(node, at, c, last, hidden);
        if (node != WordTrie.Root && !char.IsDigit(c) && !GapIsFull(at))
            Stay(node, at, last, LetterRole.Gap, hidden);
    }

    private void Letter(int node, int at, char c, char last, int hidden)
    {
        Step(node, at, c, LetterRole.Letter, hidden);
        if (c == last)
            Stay(node, at, last, LetterRole.Repeat, hidden);
        if (LetterSigns.Alike(c, at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ') is var alike and not '\0')
            Step(node, at, alike, LetterRole.Alike, hidden);
        if (LetterSigns.IsDrawn(c, at + 1 < text.Length ? text[at + 1] : ' '))
            Drawn(node, at, hidden);
        if (c is 'x' or 'v')
            Hidden(node, at, c, last, hidden);
    }

    private void Step(int node, int at, char letter, LetterRole role, int hidden)
    {
        if (trie.Child(node, letter) is var child and >= 0)
            Stay(child, at, letter, role, hidden);
    }

    private void Stay(int node, int at, char last, LetterRole role, int hidden)
    {
        roles[at - start] = role;
        Walk(node, at + 1, last, hidden);
    }

    private void Drawn(int node, int at, int hidden)
    {
        foreach ((string strokes, char letter) in LetterSigns.DrawnLetters)
        {
            if (strokes[0] != text[at] || !text[at..].StartsWith(strokes) || trie.Child(node, letter) is var child && child < 0)
                continue;
            roles[at - start] = char.IsAsciiLetter(strokes[0]) ? LetterRole.Alike : LetterRole.Sign;
            for (int i = 1; i < strokes.Length; i++)
                roles[at - start + i] = LetterRole.Stroke;
            Walk(child, at + strokes.Length, letter, hidden);
        }
    }

    private void Hidden(int node, int at, char c, char last, int hidden)
    {
        if (at == start || hidden == MostHidden)
            return;
        if (LetterSigns.HidesAny(c))
        {
            for (uint rest = trie.LettersAt(node); rest != 0; rest &= rest - 1)
                Step(node, at, (char)('a' + BitOperations.TrailingZeroCount(rest)), LetterRole.Mask, hidden + 1);
        }
        else if (LetterSigns.HidesVowel(c) && at + 1 < text.Length)
        {
            foreach (char vowel in Vowels)
                Step(node, at, vowel, LetterRole.VowelMask, hidden + 1);
        }
    }

    private readonly bool GapIsFull(int at)
    {
        int length = 0;
        while (at - length > start && roles[at - length - 1 - start] == LetterRole.Gap)
            length++;
        return length >= WidestGap;
    }

    private readonly bool IsEnd(int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);

    private void Consider(int word, int end)
    {
        bool longer = end > best.End || (end == best.End && word < best.Word);
        if (longer && judge.IsMeant(reading, start, end, roles, word))
            best = new DisguisedSpan(start, end, word);
    }
}
