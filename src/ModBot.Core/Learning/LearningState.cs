using ModBot.Core.Messages;

namespace ModBot.Core.Learning;

/// <summary>What a guild has allowed to be learned, and what was.</summary>
public sealed record LearningState
{
    /// <summary>Thresholds follow reviews; no text is learned from.</summary>
    public static readonly LearningState Default = new();

    public ThresholdMode Thresholds { get; init; } = ThresholdMode.Automatic;

    /// <summary>Learn from texts that administrators write. Off unless one of them turned it on.</summary>
    public bool Texts { get; init; }

    /// <summary>Who turned <see cref="Texts"/> on; null while it is off.</summary>
    public Snowflake? TextsAllowedBy { get; init; }

    /// <summary>Null where the thresholds were never calibrated.</summary>
    public ThresholdChange? LastCalibration { get; init; }

    /// <summary>Null where the guild never had a model of its own.</summary>
    public ModelAdoption? Model { get; init; }

    /// <summary>True where the guild's own model judges.</summary>
    public bool HasOwnModel => Texts && Model is { RolledBack: false };
}
