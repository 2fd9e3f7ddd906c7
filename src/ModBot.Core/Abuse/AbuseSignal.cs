using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>Something in the words that speaks for abuse, before it is weighed.</summary>
/// <param name="Category">Which abuse.</param>
/// <param name="Severity">1 mild to 3 grave.</param>
/// <param name="Weak">Needs support.</param>
/// <param name="Start">First token.</param>
/// <param name="End">The token behind the last.</param>
/// <param name="Word">The lexicon's word where one word carries it; 0 for a frame.</param>
/// <param name="Line">The frame's line in the frames file; 0 for a word.</param>
internal readonly record struct AbuseSignal(Category Category, int Severity, bool Weak, int Start, int End, int Word, int Line = 0);
