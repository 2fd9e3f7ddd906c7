namespace ModBot.Diagnosis;

/// <summary>How bad a finding is.</summary>
internal enum FindingLevel
{
    Ok,

    /// <summary>The bot runs, but not as it might be meant to.</summary>
    Warning,

    /// <summary>The bot does not run, or does not do its work.</summary>
    Fault,
}
