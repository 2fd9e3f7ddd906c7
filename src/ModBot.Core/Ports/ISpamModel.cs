using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Core.Ports;

/// <summary>A trained model. Immutable and shared by threads; scoring takes no locks.</summary>
public interface ISpamModel
{
    /// <summary>Names trainer, format and what it was trained on, e.g. <c>built-in-1-3f9a02c4</c>; at most 64 characters.</summary>
    string Version { get; }

    /// <summary>Probabilities for one text, whatever its length.</summary>
    ModelScores Score(TextViews text);

    /// <summary>The strongest terms of the spam score, by magnitude. Slow; for people.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">At most so many terms.</param>
    IReadOnlyList<ModelTerm> Explain(TextViews text, int count);

    /// <summary>Writes the artifact that the same trainer's <see cref="ISpamModelTrainer.Load"/> reads.</summary>
    void Save(Stream destination);
}
