namespace ModBot.Core.Abuse;

/// <summary>
/// Spelling reduced towards sound, so that deliberate misspellings meet the word they stand for. Two strengths: consonants only for
/// swear words, whose vowels tell them from honest words (beach, count), vowels too for names of groups, which are longer.
/// </summary>
internal static class PhoneticKey
{
    public const int LongestWord = 24;

    /// <summary>Writes the key; at most as long as the word.</summary>
    /// <returns>The key's length; 0 for words that are too long.</returns>
    public static int Write(ReadOnlySpan<char> word, bool vowels, Span<char> key)
    {
        if (word.Length > LongestWord)
            return 0;
        int length = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            char next = i + 1 < word.Length ? word[i + 1] : '\0';
            if (c is '\'' or '-')
                continue;
            char sound;
            if (vowels && IsVowel(c) && (c != 'y' || i > 0))
            {
                int end = i + 1;
                while (end < word.Length && (IsVowel(word[end]) || (word[end] == 'w' && (end + 1 == word.Length || !IsVowel(word[end + 1])))))
                    end++;
                sound = VowelSound(word[i..end]);
                if (end == word.Length && end - i == 1 && c == 'e' && length > 2)
                    break;
                i = end - 1;
            }
            else
            {
                sound = Consonant(c, next, word, ref i);
            }

            if (!vowels && length > 1 && IsAgentEnding(word[i..]))
            {
                key[length++] = 'R';
                if (word[^1] is 's' or 'z')
                    key[length++] = 's';
                break;
            }

            if (sound == '\0' || (length > 0 && key[length - 1] == sound && !IsVowel(sound)))
                continue;
            key[length++] = sound;
        }

        return length;
    }

    /// <summary>The endings that slang writes for one another: fucker, fucka, fuckah, fuckur.</summary>
    private static bool IsAgentEnding(ReadOnlySpan<char> rest) =>
        rest is "er" or "a" or "ah" or "uh" or "ur" or "or" or "ers" or "as" or "ahs" or "uhs" or "urs" or "ors" or "az" or "uz" or "erz" or "ahz" or "urz";

    private static char Consonant(char c, char next, ReadOnlySpan<char> word, ref int i)
    {
        switch (c)
        {
            case 'p' when next == 'h':
                i++;
                return 'f';
            case 't' when next == 'c' && i + 2 < word.Length && word[i + 2] == 'h':
                i += 2;
                return 'C';
            case 'c' when next == 'h':
                i++;
                return 'C';
            case 's' when next == 'h':
                i++;
                return 'S';
            case 'c' when next == 'k':
                i++;
                return 'k';
            case 'c' when next is 'e' or 'i' or 'y':
            case 'z':
                return 's';
            case 'c':
            case 'q':
                return 'k';
            case 'x':
                return 'k';
            case 'v' when i > 0 && !IsVowel(word[i - 1]) && next != '\0' && !IsVowel(next):
                return 'u';
            case 'y' when i > 0 && next != '\0' && !IsVowel(next):
                return 'i';
            default:
                return c;
        }
    }

    private static char VowelSound(ReadOnlySpan<char> run) => run switch
    {
        "oo" or "u" or "ew" or "ue" or "eu" or "ou" or "ui" or "uu" or "ewe" or "oue" or "iew" => 'u',
        "i" or "y" or "ee" or "ea" or "ie" or "ey" or "ii" or "e" or "ei" or "eee" => 'i',
        "o" or "oa" or "ow" or "oe" or "au" or "aw" => 'o',
        _ => run[0] is 'y' ? 'i' : run[0],
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
