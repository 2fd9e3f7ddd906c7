namespace ModBot.Core.Spam;

/// <summary>Leave-one-family-out: what a model makes of kinds of text that it has never seen.</summary>
/// <param name="Overall">All examples together, each scored without its family.</param>
/// <param name="Families">Each family for itself, at the report's threshold, by name.</param>
public sealed record FamiliesReport(EvaluationReport Overall, IReadOnlyList<FamilyReport> Families);
