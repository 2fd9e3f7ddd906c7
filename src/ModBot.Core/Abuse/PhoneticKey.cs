namespace ModBot.Core.Abuse;

/// <summary>
/// Spelling reduced towards sound, so that deliberate misspellings meet the word they stand for. Two strengths: consonants only for
/// swear words, whose vowels tell them from honest words (beach, count), vowels too for names of groups, which are longer.
/// </summary>
internal static class PhoneticKey
{
    public const int LongestWord = 24;
    public const int LongestKey = 2 * LongestWord;

    /// <summary>Writes the key; at most <see cref="LongestKey"/> long.</summary>
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
                int run = VowelLength(word[i..]);
                sound = VowelSound(word.Slice(i, run));
                if (i + 1 == word.Length && c == 'e' && length > 2)
                    break;
                i += run - 1;
                if (sound == 'u' && i + 1 < word.Length && word[i + 1] == 'w')
                    i++;
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

            if (sound == 'k' && c == 'x' && length > 0)
            {
                key[length++] = 'k';
                sound = 's';
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

    /// <summary>Two letters that are one sound, or one.</summary>
    private static int VowelLength(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && VowelSound(rest[..2]) != '\0' ? 2 : 1;

    private static char VowelSound(ReadOnlySpan<char> letters) => letters switch
    {
        "oo" or "ew" or "ue" or "eu" or "ou" or "uu" or "u" => 'u',
        "ee" or "ea" or "ie" or "ei" or "ey" or "ii" or "i" or "e" or "y" => 'i',
        "oa" or "ow" or "oe" or "au" or "aw" or "o" => 'o',
        "aa" or "ah" or "a" => 'a',
        _ => '\0',
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
