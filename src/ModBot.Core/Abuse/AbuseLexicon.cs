using System.Buffers;

namespace ModBot.Core.Abuse;

/// <summary>
/// The words and phrases that abuse is recognised by, compiled: exact forms, phrases, fragments found inside words, masked forms and
/// sounds. Immutable, shared by threads.
/// </summary>
internal sealed class AbuseLexicon
{
    /// <summary>The resources under <c>Abuse/Lexicon</c>; order matters where a mask fits several words: the first wins.</summary>
    private static readonly string[] Files =
        ["profanity.txt", "slurs.txt", "insults.txt", "sexual.txt", Foreign, "identity.txt", "hostility.txt", "violence.txt", "grammar.txt", "innocent.txt"];

    /// <summary>Shorter names of groups have honest neighbours (blocks, Poland's polls).</summary>
    private const int ShortestGroupSlip = 7;

    private const string Foreign = "foreign.txt";

    private static readonly Lazy<AbuseLexicon> Shipped = new(LoadShipped);

    private readonly Dictionary<string, int> words;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly LexicalClassSet[] classes;
    private readonly string[] texts;
    private readonly Dictionary<int, string> groups;
    private readonly Dictionary<long, int> steps;
    private readonly int[] phraseEnds;
    private readonly bool[] startsPhrase;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpelling;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySound;
    /// <summary>Words without vowels shorter than this are abbreviations more often than swear words.</summary>
    public const int ShortestSkeleton = 4;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySkeleton;
    private readonly MaskedWords masked;
    private readonly NearWords near;
    private static readonly LexicalClassSet Sought = LexicalClassSet.Of(
        LexicalClass.Prof2, LexicalClass.Prof3, LexicalClass.Slur3, LexicalClass.Insult3, LexicalClass.Sexw);

    /// <summary>Milder words are looked for in disguise from a length that chance does not make.</summary>
    private static readonly (LexicalClass Class, int Shortest)[] SoughtLonger = [(LexicalClass.Prof1, 4), (LexicalClass.Clin, 4), (LexicalClass.Slur2, 5)];

    private const int ShortestHidden = 3;
    private const int LongestHidden = 16;

    private readonly SearchValues<string> insideValues;
    private readonly int[] inside;

    internal AbuseLexicon(AbuseLexiconBuilder built)
    {
        words = built.Words;
        byText = words.GetAlternateLookup<ReadOnlySpan<char>>();
        classes = [.. built.Classes];
        texts = [.. built.Texts];
        groups = built.Groups;
        steps = built.Steps;
        phraseEnds = [.. built.PhraseEnds];
        startsPhrase = [.. built.StartsPhrase];
        bySpelling = built.Spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        bySkeleton = built.Skeletons.GetAlternateLookup<ReadOnlySpan<char>>();
        bySound = built.Sounds.GetAlternateLookup<ReadOnlySpan<char>>();
        masked = new MaskedWords(built.Maskable.ConvertAll(word => (texts[word], word)));
        near = new NearWords(Enumerable.Range(1, texts.Length - 1).Where(word => classes[word].Has(LexicalClass.Hide) || (classes[word].Has(LexicalClass.Phon) && texts[word].Length >= ShortestGroupSlip)), word => texts[word]);
        inside = [.. built.Inside];
        insideValues = SearchValues.Create([.. inside.Select(word => texts[word])], StringComparison.Ordinal);
        Frames = built.Frames;
        Hidden = new WordTrie(built.Disguisable.Where(IsSought).Select(word => (texts[word], word)));
        Disguises = new DisguiseJudge(this, new WordPieces(this, built.Pieces));
    }

    /// <summary>The lexicon that the build carries, compiled on first use.</summary>
    public static AbuseLexicon Default => Shipped.Value;

    public FrameSet Frames { get; }

    /// <summary>The words that are looked for in disguise.</summary>
    public WordTrie Hidden { get; }

    public DisguiseJudge Disguises { get; }

    /// <summary>How many words and phrases are known.</summary>
    public int Count => texts.Length;

    /// <summary>The number of a word as it stands; 0 where it is not known.</summary>
    public int Find(ReadOnlySpan<char> word) => byText.TryGetValue(word, out int found) ? found : 0;

    /// <summary>A word of which some letters are masked (<c>f**k</c>); 0 where none fits.</summary>
    public int FindMasked(ReadOnlySpan<char> word) => masked.Find(word);

    /// <summary>A swear word or slur by its consonants, the vowels as written.</summary>
    public int FindSpelling(ReadOnlySpan<char> word) => FindKey(word, vowels: false, bySpelling);

    /// <summary>An often disguised word of which the vowels were left out (<c>btch</c>).</summary>
    public int FindSkeleton(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestSkeleton)
            return 0;
        foreach (char c in word)
        {
            if (IsVowel(c))
                return 0;
        }

        return bySkeleton.TryGetValue(word, out int found) ? found : 0;
    }

    internal static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>An often disguised word that differs by one slip.</summary>
    public int FindNear(ReadOnlySpan<char> word) => near.Find(word);

    /// <summary>A group's name by its sound.</summary>
    public int FindSound(ReadOnlySpan<char> word) => FindKey(word, vowels: true, bySound);

    /// <summary>True where some fragment stands in the text: the cheap question before <see cref="FindInside"/>.</summary>
    public bool MayHoldFragment(ReadOnlySpan<char> text) => text.IndexOfAny(insideValues) >= 0;

    /// <summary>The first fragment inside a word; 0 where there is none.</summary>
    public int FindInside(ReadOnlySpan<char> word)
    {
        foreach (int candidate in inside)
        {
            if (word.Contains(texts[candidate], StringComparison.Ordinal))
                return candidate;
        }

        return 0;
    }

    public LexicalClassSet ClassesOf(int word) => classes[word];

    public string TextOf(int word) => texts[word];

    /// <summary>Whom a slur attacks, in plain words; empty where that is not known.</summary>
    public string GroupOf(int word) => groups.GetValueOrDefault(word, "");

    public bool StartsPhrase(int word) => startsPhrase[word];

    /// <summary>One step through the phrases: the state behind that word, 0 where no phrase goes on. Start with state 0.</summary>
    public int Step(int state, int word) => steps.GetValueOrDefault(((long)state << 32) | (uint)word);

    /// <summary>The phrase that ends in that state; 0 for none.</summary>
    public int PhraseAt(int state) => phraseEnds[state];

    private bool IsSought(int word)
    {
        string text = texts[word];
        if (text.Length is < ShortestHidden or > LongestHidden || !text.All(char.IsAsciiLetterLower) || !text.Any(IsVowel))
            return false;
        return classes[word].Meets(Sought) || SoughtLonger.Any(longer => text.Length >= longer.Shortest && classes[word].Has(longer.Class));
    }

    private static int FindKey(ReadOnlySpan<char> word, bool vowels, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> table)
    {
        Span<char> key = stackalloc char[PhoneticKey.LongestKey];
        int length = PhoneticKey.Write(word, vowels, key);
        return length >= 3 && table.TryGetValue(key[..length], out int found) ? found : 0;
    }

    private static AbuseLexicon LoadShipped()
    {
        var builder = new AbuseLexiconBuilder();
        foreach (string file in Files)
            LexiconFile.Read(LexiconFile.ReadResource(file), file == Foreign ? builder.AddPlain : builder.Add);
        builder.AddPieces(LexiconFile.ReadResource("pieces.txt"));
        return builder.Build(LexiconFile.ReadResource("frames.txt"), LexiconFile.ReadResource("spellings.txt"));
    }
}
