namespace ModBot.Core.Cases;

/// <summary>What storing a judgement gave.</summary>
/// <param name="IsNew">False where this key was judged before: nothing was stored and nothing is to be done.</param>
/// <param name="Case">The case that was opened; null for a log verdict and where not new.</param>
public sealed record RecordedJudgement(bool IsNew, ModerationCase? Case);
