namespace ModBot.Core.Learning;

/// <summary>What a person's review of a spam case leaves to learn from: a score and a verdict, no text and no author.</summary>
/// <param name="Score">The model's probability of spam when the message was judged, 0..1.</param>
/// <param name="IsSpam">True where the case was upheld, false where it was overturned.</param>
/// <param name="At">When it was reviewed.</param>
public sealed record ReviewedScore(double Score, bool IsSpam, DateTimeOffset At);
