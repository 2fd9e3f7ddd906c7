namespace ModBot.Core.Spam;

/// <summary>A model's answer beside the truth.</summary>
/// <param name="Score">Probability of spam, 0..1.</param>
/// <param name="IsSpam">The label.</param>
public readonly record struct ScoredLabel(float Score, bool IsSpam);
