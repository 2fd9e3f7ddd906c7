using System.Globalization;
using System.Text;

namespace ModBot.Core.Text;

/// <summary>Which script a letter is of, by the blocks of Unicode.</summary>
internal static class WritingScripts
{
    /// <summary>The script of a letter; null for what is no letter.</summary>
    public static WritingScript? Of(Rune rune)
    {
        int value = rune.Value;
        if (value < 0x80)
            return char.IsAsciiLetter((char)value) ? WritingScript.Latin : null;
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter))
            return null;
        return value switch
        {
            < 0x0370 or (>= 0x1D00 and < 0x1E00) or (>= 0x1E00 and < 0x1F00) or (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800) or (>= 0xAB30 and < 0xAB70) or (>= 0xFB00 and < 0xFB07) => WritingScript.Latin,
            (>= 0xFF21 and <= 0xFF5A) or (>= 0x1D400 and < 0x1D7CC) or (>= 0x2100 and < 0x2190) => WritingScript.Latin,
            < 0x0400 or (>= 0x1F00 and < 0x2000) => WritingScript.Greek,
            < 0x0530 or (>= 0x1C80 and < 0x1C90) or (>= 0x2DE0 and < 0x2E00) or (>= 0xA640 and < 0xA6A0) => WritingScript.Cyrillic,
            < 0x0590 or (>= 0xFB13 and < 0xFB18) => WritingScript.Armenian,
            < 0x0600 or (>= 0xFB1D and < 0xFB50) => WritingScript.Hebrew,
            (>= 0x0600 and < 0x0780) or (>= 0x08A0 and < 0x0900) or (>= 0xFB50 and < 0xFE00) or (>= 0xFE70 and < 0xFF00) => WritingScript.Arabic,
            >= 0x0900 and < 0x0E00 => WritingScript.Indic,
            >= 0x0E00 and < 0x0E80 => WritingScript.Thai,
            (>= 0x10A0 and < 0x1100) or (>= 0x2D00 and < 0x2D30) => WritingScript.Georgian,
            (>= 0x1100 and < 0x1200) or (>= 0x3130 and < 0x3190) or (>= 0xA960 and < 0xA980) or (>= 0xAC00 and < 0xD800) or (>= 0xFFA0 and < 0xFFE0) => WritingScript.Hangul,
            (>= 0x1200 and < 0x13A0) or (>= 0x2D80 and < 0x2DE0) => WritingScript.Ethiopic,
            (>= 0x3040 and < 0x3100) or (>= 0x31F0 and < 0x3200) or (>= 0xFF66 and < 0xFFA0) => WritingScript.Kana,
            (>= 0x2E80 and < 0x2FE0) or (>= 0x3005 and < 0x3008) or (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00) or (>= 0x20000 and < 0x32000) => WritingScript.Han,
            _ => WritingScript.Other,
        };
    }
}
