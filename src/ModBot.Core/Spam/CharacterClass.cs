using System.Globalization;
using System.Runtime.CompilerServices;

namespace ModBot.Core.Spam;

/// <summary>What a UTF-16 unit is to the tokeniser.</summary>
internal enum CharacterClass : byte
{
    Space,
    Letter,
    Digit,
    Symbol,
    Currency,

    /// <summary>Takes no room of its own: joiners, variation selectors, combining marks.</summary>
    Hidden,
}

/// <summary>Classes of UTF-16 units, from a table for ASCII and from Unicode's categories beyond.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Ascii = [.. Enumerable.Range(0, 128).Select(code => Classify((char)code))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass Of(char character)
    {
        CharacterClass[] table = Ascii;
        return character < (uint)table.Length ? table[character] : Classify(character);
    }

    private static CharacterClass Classify(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterClass.Letter,
        UnicodeCategory.DecimalDigitNumber => CharacterClass.Digit,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => CharacterClass.Space,
        UnicodeCategory.CurrencySymbol => CharacterClass.Currency,
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => CharacterClass.Hidden,
        _ => CharacterClass.Symbol,
    };
}
