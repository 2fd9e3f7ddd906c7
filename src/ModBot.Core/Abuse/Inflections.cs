namespace ModBot.Core.Abuse;

/// <summary>Spells out the forms that a lexicon entry's codes stand for.</summary>
internal static class Inflections
{
    /// <summary>
    /// Adds the entry's forms, itself first. Codes: n plural; v verb forms (-s, -ed, -ing, -in); r agent (-er, -ers, and its slang -a, -as);
    /// in capitals (V, R) the last consonant is doubled; y adjective (-y, -ier, -iest).
    /// </summary>
    /// <exception cref="FormatException">A code is unknown.</exception>
    public static void Expand(string word, string codes, List<string> into)
    {
        into.Add(word);
        foreach (char code in codes)
        {
            switch (code)
            {
                case 'n':
                    into.Add(Plural(word));
                    break;
                case 'v':
                    AddVerb(word, Stem(word), into);
                    break;
                case 'V':
                    AddVerb(word, word + word[^1], into);
                    break;
                case 'r':
                    AddAgent(Stem(word), into);
                    break;
                case 'R':
                    AddAgent(word + word[^1], into);
                    break;
                case 'y':
                    into.AddRange([Stem(word) + "y", Stem(word) + "ier", Stem(word) + "iest"]);
                    break;
                default:
                    throw new FormatException($"Entry '{word}' has the unknown code '{code}'.");
            }
        }
    }

    private static void AddVerb(string word, string stem, List<string> into) =>
        into.AddRange([Plural(word), stem + "ed", stem + "ing", stem + "in", stem + "in'"]);

    private static void AddAgent(string stem, List<string> into) =>
        into.AddRange([stem + "er", stem + "ers", stem + "a", stem + "as", stem + "az"]);

    private static string Stem(string word) => word[^1] == 'e' ? word[..^1] : word;

    private static string Plural(string word)
    {
        if (word[^1] == 'y' && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal))
            return word[..^1] + "ies";
        return word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es"
            : word + "s";
    }
}
