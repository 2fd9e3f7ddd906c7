namespace ModBot.Core.Text;

/// <summary>A family of letters.</summary>
public enum WritingScript
{
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,

    /// <summary>The scripts of India, Sri Lanka, Nepal and Bangladesh.</summary>
    Indic,
    Thai,

    /// <summary>Chinese characters, in Japanese and Korean texts too.</summary>
    Han,

    /// <summary>Hiragana and Katakana.</summary>
    Kana,
    Hangul,
    Armenian,
    Georgian,
    Ethiopic,

    /// <summary>Every other.</summary>
    Other,
}
