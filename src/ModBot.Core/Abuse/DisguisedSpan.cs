namespace ModBot.Core.Abuse;

/// <summary>A disguised word in the folded reading.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">The character behind the last.</param>
/// <param name="Word">The lexicon's number of the word meant.</param>
internal readonly record struct DisguisedSpan(int Start, int End, int Word);
