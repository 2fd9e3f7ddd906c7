namespace ModBot.Core.Abuse;

/// <summary>One form of one lexicon entry.</summary>
/// <param name="Form">Lower case; words of a phrase have one blank between.</param>
/// <param name="Classes">What it is.</param>
/// <param name="Group">Whom a slur attacks, in plain words; empty where that does not apply.</param>
/// <param name="Inside">It is found inside longer words too.</param>
internal readonly record struct LexiconEntry(string Form, LexicalClassSet Classes, string Group, bool Inside);
