using System.Globalization;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Tests.Moderation;

/// <summary>A model that says spam where the text holds the word SPAMSPAM, and the probability behind the word SCORE; nothing else ever.</summary>
internal sealed class SilentModel : ISpamModel
{
    public string Version => "silent-1";

    public ModelScores Score(TextViews text) => new() { Spam = text.Original.Contains("SPAMSPAM", StringComparison.Ordinal) ? 0.999f : Written(text.Original) ?? 0.001f };

    public IReadOnlyList<ModelTerm> Explain(TextViews text, int count) => [];

    public void Save(Stream destination) => throw new NotSupportedException("A test model has no artifact.");

    private static float? Written(string text) =>
        text.Split(' ') is [.., "SCORE", var score] && float.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) ? value : null;
}
