namespace ModBot.Core.Abuse;

/// <summary>A phrase of the lexicon over consecutive tokens.</summary>
internal readonly record struct PhraseEdge(int Start, int Count, int Word, LexicalClassSet Classes);
