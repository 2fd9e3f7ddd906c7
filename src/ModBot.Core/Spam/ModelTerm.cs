namespace ModBot.Core.Spam;

/// <summary>Something in a text that moved the spam score.</summary>
/// <param name="Feature">The feature as a person would name it: a word, a word pair, letters, or a structure such as "money amount".</param>
/// <param name="Weight">Its share of the score in log-odds; positive speaks for spam.</param>
public sealed record ModelTerm(string Feature, float Weight);
