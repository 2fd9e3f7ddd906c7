using ModBot.Core.Text;

namespace ModBot.Core.Spam;

/// <summary>Finds the <see cref="StructureFeature"/>s of a text: the properties that no word says.</summary>
internal static class StructureScan
{
    /// <summary>Reads both the original (shape) and the folded text (words).</summary>
    public static StructureSet Of(TextViews text)
    {
        var set = default(StructureSet);
        ReadOnlySpan<char> original = text.Original;
        if (original.Length > FeatureExtractor.MaxCharacters)
            original = original[..FeatureExtractor.MaxCharacters];
        ShapeScan.Scan(original, ref set);
        LinkScan.Scan(original, ref set);
        ReadOnlySpan<char> folded = text.Folded.Span;
        ScanWords(folded.Length > FeatureExtractor.MaxCharacters ? folded[..FeatureExtractor.MaxCharacters] : folded, ref set);
        return set;
    }

    private static void ScanWords(ReadOnlySpan<char> folded, ref StructureSet set)
    {
        var tokens = new WordTokenizer(folded);
        WordToken previous = default;
        WordSet previousClasses = default;
        bool moneyBefore = false;
        int sinceMoney = int.MaxValue / 2;
        uint seen = 0;
        while (tokens.Next(out WordToken token))
        {
            WordSet classes = default;
            bool money = false;
            switch (token.Kind)
            {
                case TokenKind.Word:
                    classes = WordClasses.Of(token.Hash);
                    seen |= classes.Bits;
                    money = previous.Kind == TokenKind.Number && previous.Length > 0 && IsMoneyUnit(folded.Slice(token.Start, token.Length));
                    if (previousClasses.Contains(WordClass.Contact) && IsWord(folded, token, "me", "us", "him", "her", "now", "on", "via", "admin", "support"))
                        set.Add(StructureFeature.ContactHandOff);
                    if (sinceMoney <= 3 && IsWord(folded, token, "day", "daily", "week", "weekly", "month", "monthly", "hour", "hourly", "hr", "hrs", "wk"))
                        set.Add(StructureFeature.MoneyRate);
                    break;
                case TokenKind.Number:
                    money = previous.Kind == TokenKind.Currency && previous.Length > 0 && previous.Start + previous.Length + 1 >= token.Start;
                    ScanNumber(folded, token, ref set);
                    break;
                case TokenKind.Currency:
                    money = previous.Kind == TokenKind.Number && previous.Length > 0 && previous.Start + previous.Length + 1 >= token.Start;
                    break;
                case TokenKind.Symbol when folded[token.Start] == '%' && previous.Kind == TokenKind.Number && previous.Length > 0:
                    set.Add(StructureFeature.Percentage);
                    set.Add(StructureFeature.LargePercentage, previous.Digits >= 3);
                    break;
            }

            if (money)
            {
                set.Add(StructureFeature.MoneyAmount);
                WordToken amount = token.Kind == TokenKind.Number ? token : previous;
                set.Add(StructureFeature.LargeMoneyAmount, amount.Digits >= 4 || (token.Kind == TokenKind.Word && folded[token.Start] is 'k' or 'm'));
                sinceMoney = 0;
            }
            else if (moneyBefore && token.Kind == TokenKind.Word && IsMoneyUnit(folded.Slice(token.Start, token.Length)))
            {
                set.Add(StructureFeature.LargeMoneyAmount);
            }
            else
            {
                sinceMoney++;
            }

            moneyBefore = money;
            if (token.Kind == TokenKind.Symbol && token.Length == 1 && folded[token.Start] is '/' or '-' or '.')
                continue;
            previous = token;
            previousClasses = classes;
        }

        for (int wordClass = (int)WordClass.Messenger; wordClass <= (int)WordClass.Addressed; wordClass++)
            set.Add(StructureFeature.MessengerName + (wordClass - (int)WordClass.Messenger), (seen & (1u << wordClass)) != 0);
    }

    private static void ScanNumber(ReadOnlySpan<char> folded, WordToken token, ref StructureSet set)
    {
        int end = token.Start + token.Length;
        set.Add(StructureFeature.ShortCode, token.Digits is 5 or 6 && token.Length == token.Digits);
        set.Add(StructureFeature.PhoneNumber, token.Digits is 10 or 11 or 12 && token.Length == token.Digits);
        set.Add(StructureFeature.LongNumber, token.Digits > 12);
        set.Add(StructureFeature.Multiplier, end < folded.Length && folded[end] == 'x' && (end + 1 == folded.Length || CharacterClasses.Of(folded[end + 1]) != CharacterClass.Letter));
    }

    private static bool IsMoneyUnit(ReadOnlySpan<char> word) =>
        word is "k" or "usd" or "usdt" or "dollars" or "bucks" or "euro" or "euros" or "eur" or "gbp" or "pounds" or "quid" or "million" or "btc" or "eth" or "sol" or "grand" or "m";

    private static bool IsWord(ReadOnlySpan<char> text, WordToken token, params ReadOnlySpan<string> words)
    {
        ReadOnlySpan<char> word = text.Slice(token.Start, token.Length);
        foreach (string candidate in words)
        {
            if (word.SequenceEqual(candidate))
                return true;
        }

        return false;
    }
}
