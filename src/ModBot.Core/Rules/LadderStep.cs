namespace ModBot.Core.Rules;

/// <summary>What follows when a member's strikes reach a number.</summary>
/// <param name="At">1..1,000 points; unique in its ladder.</param>
/// <param name="Action">Any action but a strike.</param>
public sealed record LadderStep(int At, RuleAction Action);
