namespace ModBot.Core.Abuse;

/// <summary>An offensive word or phrase in a message, whatever it is used for.</summary>
/// <param name="Surface">The surface's place in the message.</param>
/// <param name="Start">First character in the surface's squeezed reading.</param>
/// <param name="Length">Characters.</param>
/// <param name="Word">The lexicon's number.</param>
/// <param name="Classes">What it is here.</param>
internal readonly record struct AbuseWord(int Surface, int Start, int Length, int Word, LexicalClassSet Classes);
