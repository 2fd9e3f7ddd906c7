namespace ModBot.Reports;

/// <summary>A text as a report shows it.</summary>
/// <param name="Score">Probability of spam, 0..1.</param>
/// <param name="Family">Its family; empty where unknown.</param>
/// <param name="Text">The text, cut short.</param>
internal sealed record ScoredText(float Score, string Family, string Text);
