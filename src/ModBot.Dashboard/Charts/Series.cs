namespace ModBot.Dashboard.Charts;

/// <summary>A row of figures in a chart.</summary>
/// <param name="Name">As the legend calls it.</param>
/// <param name="Tone">The class that colours it.</param>
/// <param name="Values">One for each label.</param>
public sealed record Series(string Name, string Tone, IReadOnlyList<long> Values);
