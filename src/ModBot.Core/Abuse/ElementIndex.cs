using System.Numerics;

namespace ModBot.Core.Abuse;

/// <summary>
/// Which places of the frames each word of the lexicon fits, as sets of bits: a message that holds no word for some place of a frame
/// need not try it, and a word at a place is one test. Immutable.
/// </summary>
internal sealed class ElementIndex
{
    private static readonly LexicalClass[] FoundClasses =
        [LexicalClass.Name, LexicalClass.Mention, LexicalClass.Disguised, LexicalClass.Unknown, LexicalClass.Number];

    private readonly List<ulong[]> sets = [];
    private readonly int[] setOfWord;
    private readonly ulong[][] setOfFound;

    /// <param name="elements">Every place once, at its own <see cref="FrameElement.Index"/>.</param>
    /// <param name="classes">Each word's classes, by the word's number.</param>
    public ElementIndex(IReadOnlyList<FrameElement> elements, IReadOnlyList<LexicalClassSet> classes)
    {
        Width = (elements.Count + 63) / 64;
        var byWord = new Dictionary<int, List<int>>();
        foreach (FrameElement element in elements)
        {
            foreach (FrameAtom atom in element.Atoms)
            {
                if (atom.Word == 0)
                    continue;
                if (!byWord.TryGetValue(atom.Word, out List<int>? places))
                    byWord.Add(atom.Word, places = []);
                places.Add(element.Index);
            }
        }

        setOfFound = [.. FoundClasses.Select(found => SetWhere(elements, atom => atom.All.Has(found)))];
        sets.Add(new ulong[Width]);
        setOfWord = new int[classes.Count];
        var byClasses = new Dictionary<UInt128, int>();
        for (int word = 1; word < classes.Count; word++)
        {
            LexicalClassSet own = classes[word];
            if (!byClasses.TryGetValue(own.Bits, out int set))
            {
                set = sets.Count;
                byClasses.Add(own.Bits, set);
                sets.Add(SetWhere(elements, atom => atom.Word == 0 && atom.Fits(0, own)));
            }

            if (byWord.TryGetValue(word, out List<int>? places))
            {
                ulong[] widened = [.. sets[set]];
                foreach (int place in places)
                    widened[place >> 6] |= 1UL << (place & 63);
                set = sets.Count;
                sets.Add(widened);
            }

            setOfWord[word] = set;
        }
    }

    /// <summary>Length of a set in 64-bit words.</summary>
    public int Width { get; }

    /// <summary>The places that a word with its own classes fits.</summary>
    public ReadOnlySpan<ulong> PlacesOf(int word) => sets[setOfWord[word]];

    /// <summary>Adds the places that a token may fit, classes found in the text among them: never too few.</summary>
    public void AddPlaces(int word, LexicalClassSet classes, Span<ulong> into)
    {
        Or(sets[setOfWord[word]], into);
        for (int i = 0; i < FoundClasses.Length; i++)
        {
            if (classes.Has(FoundClasses[i]))
                Or(setOfFound[i], into);
        }
    }

    /// <summary>For each place, how many words fit it.</summary>
    public int[] Commonness(int places)
    {
        var words = new int[sets.Count];
        foreach (int set in setOfWord)
            words[set]++;
        var fitting = new int[places];
        for (int set = 0; set < words.Length; set++)
        {
            for (int i = 0; i < Width; i++)
            {
                for (ulong rest = sets[set][i]; rest != 0; rest &= rest - 1)
                    fitting[(i << 6) + BitOperations.TrailingZeroCount(rest)] += words[set];
            }
        }

        return fitting;
    }

    public static bool Holds(ReadOnlySpan<ulong> set, int place) => (set[place >> 6] & (1UL << (place & 63))) != 0;

    private static void Or(ulong[] set, Span<ulong> into)
    {
        for (int i = 0; i < into.Length; i++)
            into[i] |= set[i];
    }

    private ulong[] SetWhere(IReadOnlyList<FrameElement> elements, Func<FrameAtom, bool> fits)
    {
        var set = new ulong[Width];
        foreach (FrameElement element in elements)
        {
            if (Array.Exists(element.Atoms, atom => fits(atom)))
                set[element.Index >> 6] |= 1UL << (element.Index & 63);
        }

        return set;
    }
}
