using ModBot.Core.Spam;

namespace ModBot.CommandLine;

/// <summary>What <c>modbot evaluate</c> found out.</summary>
/// <param name="Subject">What was measured on what, for people.</param>
/// <param name="Examples">The examples, in the order of the report's answers.</param>
/// <param name="Report">How the scores fit the labels.</param>
/// <param name="Families">Leave-one-family-out, where it was asked for.</param>
/// <param name="Curve">The learning curve, where it was asked for; else empty.</param>
internal sealed record EvaluationOutcome(
    string Subject, IReadOnlyList<LabelledText> Examples, EvaluationReport Report, FamiliesReport? Families, IReadOnlyList<LearningPoint> Curve);
