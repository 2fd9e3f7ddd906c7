using ModBot.Core.Rules;

namespace ModBot.Core.Cases;

/// <summary>An action that a case gets later than its verdict.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="DueAt">Not before this.</param>
/// <param name="Cause">The action it follows from, which has one follow-up of a kind at most; null for none.</param>
public sealed record FollowUp(RuleAction Action, DateTimeOffset DueAt, long? Cause);
