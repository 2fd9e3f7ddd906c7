namespace ModBot.Core.Learning;

/// <summary>Who sets a guild's spam thresholds.</summary>
public enum ThresholdMode
{
    /// <summary>Reviews do, under the <see cref="LearningGuard"/>.</summary>
    Automatic = 0,

    /// <summary>Administrators alone.</summary>
    Manual = 1,
}
