namespace ModBot.Core.Spam;

/// <summary>
/// The square of a feature's inverse document frequency as the artifact stores it: sixteen bits in steps of 1/256, so that
/// training and scoring see the same value. Rare features count more towards the length that a text's score is divided by.
/// </summary>
internal static class FrequencyCode
{
    public const float Step = 1f / 256;

    /// <summary>What a feature that is not in the table adds to the length: unknown words make a score milder.</summary>
    public const int Unknown = 32 * 256;

    public static short Of(int textsWith, int texts)
    {
        float inverse = MathF.Log((1f + texts) / (1f + textsWith)) + 1;
        return (short)Math.Clamp(MathF.Round(inverse * inverse / Step), 1, short.MaxValue);
    }
}
