using System.Runtime.CompilerServices;

namespace ModBot.Core.Spam;

/// <summary>Finds the <see cref="StructureFeature"/>s that words and numbers show, token by token.</summary>
internal struct WordScan
{
    private WordToken previous;
    private WordSet previousClasses;
    private uint seen;
    private int sinceMoney;
    private bool anyMoney;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void See(ReadOnlySpan<char> folded, WordToken token, ref StructureSet set)
    {
        WordSet classes = default;
        bool money = false;
        switch (token.Kind)
        {
            case TokenKind.Word:
                classes = WordClasses.Of(token.Hash);
                seen |= classes.Bits;
                money = classes.Contains(WordClass.MoneyUnit) && Follows(TokenKind.Number);
                set.Add(StructureFeature.ContactHandOff, previousClasses.Contains(WordClass.Contact) && classes.Contains(WordClass.HandOff));
                set.Add(StructureFeature.MoneyRate, anyMoney && sinceMoney <= 3 && classes.Contains(WordClass.Period));
                break;
            case TokenKind.Number:
                money = Follows(TokenKind.Currency) && previous.Start + previous.Length + 1 >= token.Start;
                ScanNumber(folded, token, ref set);
                break;
            case TokenKind.Currency:
                money = Follows(TokenKind.Number) && previous.Start + previous.Length + 1 >= token.Start;
                break;
            case TokenKind.Symbol when folded[token.Start] == '%' && Follows(TokenKind.Number):
                set.Add(StructureFeature.Percentage);
                set.Add(StructureFeature.LargePercentage, previous.Digits >= 3);
                break;
        }

        sinceMoney++;
        if (money)
        {
            int digits = token.Kind == TokenKind.Number ? token.Digits : previous.Digits;
            set.Add(StructureFeature.MoneyAmount);
            set.Add(StructureFeature.LargeMoneyAmount, digits >= 4 || (token.Kind == TokenKind.Word && folded[token.Start] is 'k' or 'm'));
            anyMoney = true;
            sinceMoney = 0;
        }
        else if (anyMoney && sinceMoney == 1 && token.Kind == TokenKind.Word && folded[token.Start] is 'k' or 'm' && classes.Contains(WordClass.MoneyUnit))
        {
            set.Add(StructureFeature.LargeMoneyAmount);
        }

        if (token.Kind == TokenKind.Symbol && token.Length == 1 && folded[token.Start] is '/' or '-' or '.')
            return;
        previous = token;
        previousClasses = classes;
    }

    /// <summary>Adds what the words show together.</summary>
    public readonly void End(ref StructureSet set)
    {
        for (int wordClass = (int)WordClass.Messenger; wordClass <= (int)WordClass.Addressed; wordClass++)
            set.Add(StructureFeature.MessengerName + (wordClass - (int)WordClass.Messenger), (seen & (1u << wordClass)) != 0);
    }

    private static void ScanNumber(ReadOnlySpan<char> folded, WordToken token, ref StructureSet set)
    {
        int end = token.Start + token.Length;
        bool plain = token.Length == token.Digits;
        set.Add(StructureFeature.ShortCode, plain && token.Digits is 5 or 6);
        set.Add(StructureFeature.PhoneNumber, plain && token.Digits is 10 or 11 or 12);
        set.Add(StructureFeature.LongNumber, token.Digits > 12);
        set.Add(StructureFeature.Multiplier, end < folded.Length && folded[end] == 'x' && (end + 1 == folded.Length || CharacterClasses.Of(folded[end + 1]) is not (CharacterClass.Letter or CharacterClass.Digit)));
    }

    private readonly bool Follows(TokenKind kind) => previous.Length > 0 && previous.Kind == kind;
}
