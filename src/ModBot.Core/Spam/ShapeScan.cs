using System.Runtime.CompilerServices;

namespace ModBot.Core.Spam;

/// <summary>The look of a text: capitals, digits, emoji, scripts, length, marks.</summary>
internal static class ShapeScan
{
    /// <returns>How many ASCII digits there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Scan(ReadOnlySpan<char> text, ref StructureSet set)
    {
        int upper = 0, letters = 0, digits = 0, emoji = 0, exclamations = 0, lines = 0, foreign = 0, latin = 0, hidden = 0, stylised = 0, capsWords = 0;
        int capsRun = 0, exclamationRun = 0, longestRun = 0, mentions = 0, hashtags = 0, cashtags = 0, stars = 0, code = 0;
        bool mixed = false, inWord = false, wordLatin = false, wordOther = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            exclamationRun = c == '!' ? exclamationRun + 1 : 0;
            longestRun = Math.Max(longestRun, exclamationRun);
            bool letter = c < 128 ? (uint)((c | 0x20) - 'a') <= 'z' - 'a' : CharacterClasses.Of(c) == CharacterClass.Letter;
            if (letter)
            {
                letters++;
                if (!inWord)
                {
                    inWord = true;
                    wordLatin = wordOther = false;
                }

                if (c < 0x250)
                {
                    latin++;
                    wordLatin = true;
                }
                else
                {
                    foreign++;
                    wordOther |= c is >= '\u0370' and < '\u0530';
                    mixed |= wordLatin && wordOther;
                }

                if (char.IsUpper(c))
                {
                    upper++;
                    if (++capsRun == 3)
                        capsWords++;
                }
                else
                {
                    capsRun = 0;
                }

                continue;
            }

            inWord = false;
            capsRun = 0;
            char next = i + 1 < text.Length ? text[i + 1] : ' ';
            switch (c)
            {
                case >= '0' and <= '9':
                    digits++;
                    break;
                case '!':
                    exclamations++;
                    break;
                case '?':
                    set.Add(StructureFeature.Question);
                    break;
                case '\n':
                    lines++;
                    break;
                case '@':
                    mentions += char.IsLetter(next) || next is '!' or '&' || char.IsDigit(next) ? 1 : 0;
                    break;
                case '#':
                    hashtags += char.IsLetter(next) ? 1 : 0;
                    break;
                case '$':
                    cashtags += char.IsLetter(next) ? 1 : 0;
                    break;
                case '*':
                    stars++;
                    break;
                case '{' or '}' or ';' or '`' or '\\' or '=':
                    code++;
                    break;
                case '>' when i == 0 || text[i - 1] == '\n':
                    set.Add(StructureFeature.Quote);
                    break;
                case >= '\u2190' and <= '\u21FF' or >= '\u2794' and <= '\u27BF':
                    set.Add(StructureFeature.ArrowOrPointer);
                    break;
                case '\uD835':
                    stylised++;
                    break;
                case '\uD83C' or '\uD83D' or '\uD83E' or >= '\u2600' and <= '\u2793':
                    emoji++;
                    set.Add(StructureFeature.ArrowOrPointer, c == '\uD83D' && next is '\uDC47' or '\uDC49' or '\uDC46' or '\uDD17');
                    break;
                case >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' or >= '\u0300' and <= '\u036F':
                    hidden++;
                    break;
            }
        }

        int length = text.Length;
        set.Add(StructureFeature.LengthUnder25, length < 25);
        set.Add(StructureFeature.LengthUnder50, length < 50);
        set.Add(StructureFeature.MixedScript, mixed);
        set.Add(StructureFeature.ForeignScript, foreign > latin);
        set.Add(StructureFeature.StylisedLetters, stylised > 1);
        set.Add(StructureFeature.HiddenCharacters, hidden > 0);
        set.Add(StructureFeature.CapsWord, capsWords > 0);
        set.Add(StructureFeature.ManyCapsWords, capsWords > 2);
        if (letters >= 12)
            set.Add(upper * 10 > letters * 7 ? StructureFeature.MostlyCaps : upper * 10 > letters * 3 ? StructureFeature.HalfCaps : StructureFeature.SomeCaps, upper * 10 > letters);
        set.Add(digits * 10 > length ? StructureFeature.ManyDigits : StructureFeature.SomeDigits, digits > 0);
        set.Add(StructureFeature.Emoji, emoji > 0);
        set.Add(StructureFeature.ManyEmoji, emoji > 2);
        set.Add(StructureFeature.Exclamation, exclamations > 0);
        set.Add(StructureFeature.ManyExclamations, exclamations > 2);
        set.Add(StructureFeature.ExclamationRun, longestRun > 1);
        set.Add(StructureFeature.Mention, mentions > 0);
        set.Add(StructureFeature.ManyMentions, mentions > 2);
        set.Add(StructureFeature.Hashtag, hashtags > 0);
        set.Add(StructureFeature.ManyHashtags, hashtags > 2);
        set.Add(StructureFeature.Cashtag, cashtags > 0);
        set.Add(StructureFeature.ManyCashtags, cashtags > 1);
        set.Add(StructureFeature.MentionsEveryone, mentions > 0 && (text.Contains("@everyone", StringComparison.Ordinal) || text.Contains("@here", StringComparison.Ordinal)));
        set.Add(StructureFeature.ManyLines, lines > 2);
        set.Add(StructureFeature.CodeLike, code > 1 && code * 12 > length);
        set.Add(StructureFeature.StarredText, stars > 1);
        return digits;
    }
}
