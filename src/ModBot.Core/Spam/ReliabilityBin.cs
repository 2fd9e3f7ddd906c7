namespace ModBot.Core.Spam;

/// <summary>How true probabilities are: of the examples that got about one probability, how many are spam.</summary>
/// <param name="From">Least probability of the bin, included.</param>
/// <param name="To">Greatest; included only in the last bin.</param>
/// <param name="Count">Examples in it.</param>
/// <param name="MeanProbability">Their mean probability; 0 when there are none.</param>
/// <param name="SpamShare">Their share of spam; equal to the mean probability where calibration is perfect.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double MeanProbability, double SpamShare);
