namespace ModBot.Core.Spam;

/// <summary>A point of a ROC or precision-recall curve: everything from a threshold up called spam.</summary>
/// <param name="Threshold">Probability, 0..1.</param>
/// <param name="FalsePositiveRate">Share of the ham called spam.</param>
/// <param name="Recall">Share of the spam found.</param>
/// <param name="Precision">Share of spam in what is called spam.</param>
public readonly record struct RankingPoint(float Threshold, double FalsePositiveRate, double Recall, double Precision);
