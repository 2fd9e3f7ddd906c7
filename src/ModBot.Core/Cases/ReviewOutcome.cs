namespace ModBot.Core.Cases;

/// <summary>What a decision led to.</summary>
/// <param name="Decided">False where somebody had decided before: nothing was stored and nothing done.</param>
/// <param name="Case">The case as it stands now.</param>
/// <param name="Remarks">What was taken back and what could not be, one sentence each.</param>
public sealed record ReviewOutcome(bool Decided, ModerationCase Case, IReadOnlyList<string> Remarks);
