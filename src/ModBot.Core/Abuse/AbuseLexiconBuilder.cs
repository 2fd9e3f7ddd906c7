using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>Collects lexicon entries and compiles them. Used once per lexicon.</summary>
internal sealed class AbuseLexiconBuilder
{
    private const int ShortestSpelling = 4;
    private const int ShortestSound = 5;
    private const int LongestMasked = 14;
    private const int ShortestJoined = 7;

    private static readonly LexicalClassSet Hideable =
        LexicalClassSet.Of(LexicalClass.Prof2, LexicalClass.Prof3, LexicalClass.Slur3, LexicalClass.Insult3, LexicalClass.Sexw);

    private readonly FoldedText folded = new();
    private readonly HashSet<string> plain = new(StringComparer.Ordinal);

    public Dictionary<string, int> Words { get; } = new(StringComparer.Ordinal) { [""] = 0 };

    public List<LexicalClassSet> Classes { get; } = [LexicalClassSet.Empty];

    public List<string> Texts { get; } = [""];

    public Dictionary<int, string> Groups { get; } = [];

    public Dictionary<long, int> Steps { get; } = [];

    public List<int> PhraseEnds { get; } = [0];

    public List<bool> StartsPhrase { get; } = [false];

    public Dictionary<string, int> Spellings { get; } = new(StringComparer.Ordinal);

    /// <summary>Often disguised words without their vowels.</summary>
    public Dictionary<string, int> Skeletons { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Sounds { get; } = new(StringComparer.Ordinal);

    public List<int> Maskable { get; } = [];

    public List<int> Inside { get; } = [];

    /// <summary>Words that may be looked for in disguise.</summary>
    public List<int> Disguisable { get; } = [];

    /// <summary>Ordinary words that are pieces of swear words.</summary>
    public List<string> Pieces { get; } = [];

    public FrameSet Frames { get; private set; } = null!;

    /// <summary>Adds an entry that disguises are not looked for: words of other languages meet too many honest English ones.</summary>
    public void AddPlain(LexiconEntry entry)
    {
        Add(entry);
        plain.Add(Fold(entry.Form));
    }

    public void Add(LexiconEntry entry)
    {
        string form = Fold(entry.Form);
        int word = Intern(form);
        Classes[word] = Classes[word].With(entry.Classes);
        if (entry.Group.Length > 0)
            Groups.TryAdd(word, entry.Group);
        if (entry.Inside)
            Inside.Add(word);
        if (form.Contains(' ', StringComparison.Ordinal))
            AddPhrase(form, word);
        if (entry.Classes.Meets(Hideable) && form.Count(c => c == ' ') is 1 or 2)
            AddJoined(form, entry);
    }

    public void AddPieces(string text)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith('#'))
                continue;
            foreach (Range word in line.Split(' '))
            {
                if (!line[word].IsEmpty)
                    Pieces.Add(line[word].ToString());
            }
        }
    }

    /// <param name="frames">The frames file.</param>
    /// <param name="spellings">How their words are spelled otherwise: a line <c>word: spelling …</c> each.</param>
    /// <exception cref="FormatException">A frame is faulty, or a spelling is of no word or is a word.</exception>
    public AbuseLexicon Build(string frames, string spellings = "")
    {
        List<Frame> read = FrameFile.Read(frames, Intern);
        LexiconFile.ReadSpellings(spellings, AddSpelling);
        for (int word = 1; word < Texts.Count; word++)
        {
            if (Classes[word].Has(LexicalClass.Innocent))
                Classes[word] = Classes[word].Without(LexicalClassSet.Offensive);
            else if (!Texts[word].Contains(' ', StringComparison.Ordinal) && !plain.Contains(Texts[word]))
                AddDisguises(word);
        }

        Frames = new FrameSet(read, Classes);
        return new AbuseLexicon(this);
    }

    /// <summary>Entries are read as messages are: without diacritics, look-alikes resolved.</summary>
    private string Fold(string form)
    {
        if (form.All(char.IsAscii))
            return form;
        TextFolder.Fold(form, folded);
        return folded.ToString();
    }

    /// <summary>The word's number, given on first sight.</summary>
    private int Intern(string form)
    {
        if (Words.TryGetValue(form, out int known))
            return known;
        int word = Texts.Count;
        Words.Add(form, word);
        Texts.Add(form);
        Classes.Add(LexicalClassSet.Empty);
        StartsPhrase.Add(false);
        return word;
    }

    private void AddSpelling(string word, string spelling)
    {
        if (!Words.TryGetValue(word, out int known))
            throw new FormatException($"'{spelling}' spells '{word}', which no frame and no list has.");
        if (!Words.TryAdd(spelling, known))
            throw new FormatException($"'{spelling}' cannot spell '{word}': it is a word of its own.");
    }

    /// <summary>A phrase that swears does so written together too.</summary>
    private void AddJoined(string form, LexiconEntry entry)
    {
        string joined = form.Replace(" ", "", StringComparison.Ordinal);
        if (joined.Length >= ShortestJoined && !Words.ContainsKey(joined))
            Add(entry with { Form = joined });
    }

    private void AddPhrase(string form, int word)
    {
        int state = 0;
        foreach (string part in form.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int step = Intern(part);
            if (state == 0)
                StartsPhrase[step] = true;
            long key = ((long)state << 32) | (uint)step;
            if (!Steps.TryGetValue(key, out int next))
            {
                next = PhraseEnds.Count;
                PhraseEnds.Add(0);
                Steps.Add(key, next);
            }

            state = next;
        }

        PhraseEnds[state] = word;
    }

    private void AddDisguises(int word)
    {
        string text = Texts[word];
        Disguisable.Add(word);
        bool hideable = Classes[word].Meets(Hideable);
        if ((hideable || Classes[word].Has(LexicalClass.Slur2)) && text.Length is >= 3 and <= LongestMasked && text.All(char.IsAsciiLetter))
            Maskable.Add(word);
        if (hideable)
        {
            if (text.Length >= (Classes[word].Has(LexicalClass.Hide) ? ShortestSpelling : ShortestSound))
                AddKey(text, vowels: false, word, Spellings);
        }

        if (Classes[word].Has(LexicalClass.Hide))
        {
            string skeleton = string.Concat(text.Where(c => !AbuseLexicon.IsVowel(c)));
            if (skeleton.Length >= AbuseLexicon.ShortestSkeleton)
                Skeletons.TryAdd(skeleton, word);
        }

        if (Classes[word].Has(LexicalClass.Phon) && text.Length >= ShortestSound)
            AddKey(text, vowels: true, word, Sounds);
    }

    private static void AddKey(string text, bool vowels, int word, Dictionary<string, int> table)
    {
        Span<char> key = stackalloc char[PhoneticKey.LongestKey];
        int length = PhoneticKey.Write(text, vowels, key);
        if (length >= 3)
            table.TryAdd(key[..length].ToString(), word);
    }
}
