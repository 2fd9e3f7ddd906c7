namespace ModBot.Core.Filters.Behaviour;

/// <summary>
/// The parameters of <see cref="PressureFilter"/>. The defaults are those of Sweetiebot and Izzy-Moonbot: 60 points trip, 10
/// fall off in every 2.5 s.
/// </summary>
public sealed record PressureOptions : FilterOptions
{
    public double Threshold { get; init; } = 60;

    /// <summary>Points a second that fall off.</summary>
    public double Decay { get; init; } = 4;

    /// <summary>For each message.</summary>
    public double Base { get; init; } = 10;

    /// <summary>For each attachment, link and embed.</summary>
    public double Image { get; init; } = 8.3;

    /// <summary>For each character.</summary>
    public double Character { get; init; } = 0.00625;

    /// <summary>For each line after the first.</summary>
    public double Line { get; init; } = 0.714;

    /// <summary>For each mention.</summary>
    public double Ping { get; init; } = 2.5;

    /// <summary>For a message like the author's one before.</summary>
    public double Repeat { get; init; } = 10;

    /// <summary>For each character that no living script writes with.</summary>
    public double Unusual { get; init; } = 0.01;
}
