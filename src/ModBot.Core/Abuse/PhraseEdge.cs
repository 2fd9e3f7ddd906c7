namespace ModBot.Core.Abuse;

/// <summary>A phrase of the lexicon over consecutive tokens.</summary>
/// <param name="Plain">Nothing was taken from the phrase's classes.</param>
internal readonly record struct PhraseEdge(int Start, int Count, int Word, LexicalClassSet Classes, bool Plain = true);
