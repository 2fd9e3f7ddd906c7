namespace ModBot.Diagnosis;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Subject">What, in one or two words.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Text">What was found; never a token.</param>
/// <param name="Advice">What to do about it; null where all is well.</param>
internal sealed record Finding(string Subject, FindingLevel Level, string Text, string? Advice = null)
{
    public static Finding Ok(string subject, string text) => new(subject, FindingLevel.Ok, text);

    public static Finding Warning(string subject, string text, string advice) => new(subject, FindingLevel.Warning, text, advice);

    public static Finding Fault(string subject, string text, string? advice = null) => new(subject, FindingLevel.Fault, text, advice);
}
