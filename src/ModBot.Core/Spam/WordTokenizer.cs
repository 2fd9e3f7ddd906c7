using System.Runtime.CompilerServices;

namespace ModBot.Core.Spam;

/// <summary>Walks over the words, numbers and symbols of a text without allocating.</summary>
internal ref struct WordTokenizer(ReadOnlySpan<char> text)
{
    private const uint NumberSeed = 0x5BD1E995;
    private const uint SymbolSeed = 0x1B873593;
    private readonly ReadOnlySpan<char> text = text;
    private int position;

    /// <summary>Reads the next token; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next(out WordToken token)
    {
        ReadOnlySpan<char> span = text;
        int i = position;
        while ((uint)i < (uint)span.Length)
        {
            CharacterClass first = CharacterClasses.Of(span[i]);
            if (first is CharacterClass.Space or CharacterClass.Hidden)
            {
                i++;
                continue;
            }

            token = first switch
            {
                CharacterClass.Letter => ReadWord(span, i),
                CharacterClass.Digit => ReadNumber(span, i),
                _ => ReadSymbols(span, i, first == CharacterClass.Currency ? TokenKind.Currency : TokenKind.Symbol),
            };
            position = i + token.Length;
            return true;
        }

        position = i;
        token = default;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Lower(char character) => character < 128 ? (uint)(character - 'A') <= 'Z' - 'A' ? character | 0x20u : character : char.ToLowerInvariant(character);

    private static WordToken ReadWord(ReadOnlySpan<char> span, int start)
    {
        uint hash = FeatureHash.WordSeed;
        int i = start;
        for (; (uint)i < (uint)span.Length; i++)
        {
            char character = span[i];
            CharacterClass kind = CharacterClasses.Of(character);
            if (kind is CharacterClass.Letter or CharacterClass.Digit)
                hash = FeatureHash.Step(hash, Lower(character));
            else if (kind != CharacterClass.Hidden && !(character is '\'' or '’' && i + 1 < span.Length && CharacterClasses.Of(span[i + 1]) == CharacterClass.Letter))
                break;
        }

        return new WordToken(TokenKind.Word, hash, start, i - start, 0);
    }

    private static WordToken ReadNumber(ReadOnlySpan<char> span, int start)
    {
        int digits = 0;
        uint separated = 0;
        int i = start;
        for (; (uint)i < (uint)span.Length; i++)
        {
            if (CharacterClasses.Of(span[i]) == CharacterClass.Digit)
                digits++;
            else if (span[i] is '.' or ',' && i + 1 < span.Length && CharacterClasses.Of(span[i + 1]) == CharacterClass.Digit)
                separated = 1;
            else
                break;
        }

        uint hash = FeatureHash.Step(FeatureHash.Step(NumberSeed, (uint)Math.Min(digits, 12)), separated);
        return new WordToken(TokenKind.Number, hash, start, i - start, digits);
    }

    private static WordToken ReadSymbols(ReadOnlySpan<char> span, int start, TokenKind kind)
    {
        char first = span[start];
        if (char.IsHighSurrogate(first) && start + 1 < span.Length)
        {
            uint pair = FeatureHash.Step(FeatureHash.Step(SymbolSeed, first), span[start + 1]);
            return new WordToken(kind, pair, start, 2, 1);
        }

        int i = start + 1;
        while (i < span.Length && span[i] == first)
            i++;
        int run = i - start;
        return new WordToken(kind, FeatureHash.Step(FeatureHash.Step(SymbolSeed, first), (uint)Math.Min(run, 3)), start, run, run);
    }
}
