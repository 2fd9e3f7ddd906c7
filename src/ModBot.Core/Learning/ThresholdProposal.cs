namespace ModBot.Core.Learning;

/// <summary>What reviews say about thresholds.</summary>
/// <param name="Thresholds">Better ones; null where there are none, or nothing may be learned yet.</param>
/// <param name="Reason">One sentence: why so, or why not.</param>
public sealed record ThresholdProposal(SpamThresholds? Thresholds, string Reason);
