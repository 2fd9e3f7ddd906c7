namespace ModBot.Core.Spam;

/// <summary>What happens when everything from a threshold up is called spam.</summary>
/// <param name="Threshold">Probability, 0..1.</param>
/// <param name="TruePositives">Spam at or above it.</param>
/// <param name="FalsePositives">Ham at or above it.</param>
/// <param name="Precision">Share of spam in what is called spam; 1 when nothing is.</param>
/// <param name="Recall">Share of the spam that is found; 0 when there is none.</param>
/// <param name="FalsePositiveRate">Share of the ham that is called spam; 0 when there is none.</param>
public sealed record ThresholdRow(double Threshold, int TruePositives, int FalsePositives, double Precision, double Recall, double FalsePositiveRate);
