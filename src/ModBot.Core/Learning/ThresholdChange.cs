namespace ModBot.Core.Learning;

/// <summary>The last calibration of a guild's thresholds.</summary>
/// <param name="Before">What stood before: where a rollback goes.</param>
/// <param name="After">What was set.</param>
/// <param name="Reviews">How many reviews it was fitted to.</param>
/// <param name="RulesVersion">The version of the rules that it made.</param>
/// <param name="At">When.</param>
/// <param name="RolledBack">True once it was taken back.</param>
public sealed record ThresholdChange(SpamThresholds Before, SpamThresholds After, int Reviews, int RulesVersion, DateTimeOffset At, bool RolledBack = false);
