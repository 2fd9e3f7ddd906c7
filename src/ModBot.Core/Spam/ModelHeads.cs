using ModBot.Core.Verdicts;

namespace ModBot.Core.Spam;

/// <summary>The things that the built-in model tells apart, one weight lane each.</summary>
internal static class ModelHeads
{
    /// <summary>Numbers of one feature that stand side by side: a weight for each head, then its <see cref="FrequencyCode"/>.</summary>
    public const int Lanes = 8;

    /// <summary>The lane of the <see cref="FrequencyCode"/>.</summary>
    public const int FrequencyLane = 7;

    /// <summary>Lane 0 is spam; the order is part of the artifact's format.</summary>
    public static readonly Category[] Categories =
        [Category.Spam, Category.Hate, Category.Slur, Category.Threat, Category.Harassment, Category.Sexual, Category.SelfHarm];

    /// <summary>1 where the example is positive for the head, -1 where negative, 0 where nobody looked.</summary>
    public static float LabelOf(LabelledText example, int head) =>
        head == 0 ? (example.IsSpam ? 1 : -1)
        : !example.HasAbuseLabels ? 0
        : example.Categories.Contains(Categories[head]) ? 1 : -1;
}
