using System.Reflection;

namespace ModBot.Core.Abuse;

/// <summary>
/// Reads lexicon text: <c>[class class | group]</c> opens a section, then one entry a line, <c>#</c> starts a comment. An entry is a word
/// or a phrase with optional inflection codes behind a slash (see <see cref="Inflections"/>); <c>*word*</c> is found inside other
/// words too. In sections headed <c>compound</c> every line before <c>+</c> is joined with every line behind it; <c>compound-apart</c>
/// knows the two written apart as well.
/// </summary>
internal static class LexiconFile
{
    private static readonly Dictionary<string, LexicalClass> ByName =
        Enum.GetValues<LexicalClass>().ToDictionary(one => Hyphenate(one.ToString()), one => one, StringComparer.Ordinal);

    /// <summary>The text of an embedded resource under <c>Abuse/Lexicon</c>.</summary>
    public static string ReadResource(string name)
    {
        Assembly assembly = typeof(LexiconFile).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"ModBot.Core.Abuse.Lexicon.{name}")
            ?? throw new InvalidOperationException($"The lexicon '{name}' is not part of the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <exception cref="FormatException">The name is none.</exception>
    public static LexicalClass ParseClass(string name) =>
        ByName.TryGetValue(name, out LexicalClass one) ? one : throw new FormatException($"There is no lexical class '{name}'.");

    /// <exception cref="FormatException">A header or a code is unknown.</exception>
    public static void Read(string text, Action<LexiconEntry> add)
    {
        var section = new Section(add);
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (line[0] == '[')
                section.Open(line[1..^1].ToString());
            else
                section.Take(line.ToString());
        }

        section.Close();
    }

    /// <summary>Reads lines <c>word: spelling spelling …</c>.</summary>
    /// <exception cref="FormatException">A line has no colon.</exception>
    public static void ReadSpellings(string text, Action<string, string> add)
    {
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw new FormatException($"'{line}' is no 'word: spelling …'.");
            foreach (string spelling in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                add(line[..colon], spelling);
        }
    }

    private static string Hyphenate(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private sealed class Section(Action<LexiconEntry> add)
    {
        private readonly List<string> heads = [];
        private readonly List<string> forms = [];
        private LexicalClassSet classes;
        private string group = "";
        private bool joins;
        private bool apart;
        private bool tails;

        public void Open(string header)
        {
            Close();
            string[] halves = header.Split('|', StringSplitOptions.TrimEntries);
            group = halves.Length > 1 ? halves[1] : "";
            foreach (string name in halves[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (name is "compound" or "compound-apart")
                {
                    joins = true;
                    apart = name == "compound-apart";
                }
                else
                {
                    classes = classes.With(ParseClass(name));
                }
            }
        }

        public void Close()
        {
            heads.Clear();
            classes = LexicalClassSet.Empty;
            joins = apart = tails = false;
        }

        public void Take(string line)
        {
            if (!joins)
                Entry(line);
            else if (line == "+")
                tails = true;
            else if (!tails)
                heads.Add(line);
            else
                Join(line);
        }

        private void Entry(string line)
        {
            int slash = line.LastIndexOf('/');
            bool codes = slash > 0 && line[(slash + 1)..] is { Length: > 0 and < 5 } tail && tail.All(code => "nvVrRy".Contains(code, StringComparison.Ordinal));
            string word = codes ? line[..slash] : line;
            bool inside = word.Length > 2 && word[0] == '*' && word[^1] == '*';
            forms.Clear();
            Inflections.Expand(word.Trim('*'), codes ? line[(slash + 1)..] : "", forms);
            for (int i = 0; i < forms.Count; i++)
                add(new LexiconEntry(forms[i], classes, group, inside && i == 0));
        }

        private void Join(string tail)
        {
            foreach (string head in heads)
            {
                forms.Clear();
                bool counts = tail[^1] != 's' && !tail.EndsWith("ed", StringComparison.Ordinal) && !tail.EndsWith("ing", StringComparison.Ordinal);
                Inflections.Expand(tail, counts ? "n" : "", forms);
                foreach (string form in forms)
                {
                    add(new LexiconEntry((head + form).Replace(" ", "", StringComparison.Ordinal), classes, group, Inside: false));
                    if (apart)
                        add(new LexiconEntry($"{head} {form}", classes, group, Inside: false));
                }
            }
        }
    }
}
