namespace ModBot.Core.Spam;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Currency,
    Symbol,
}

/// <summary>A token of a reading.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">Of its letters; for numbers of their shape; for symbols of the character and how often it stands there.</param>
/// <param name="Start">UTF-16 position.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Digits">How many digits a number has; for symbols how often the character stands there.</param>
internal readonly record struct WordToken(TokenKind Kind, uint Hash, int Start, int Length, int Digits);
