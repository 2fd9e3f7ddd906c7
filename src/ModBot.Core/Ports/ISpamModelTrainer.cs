using ModBot.Core.Spam;

namespace ModBot.Core.Ports;

/// <summary>Makes and reads models of one kind. Training is deterministic: the same examples in the same order give the same artifact.</summary>
public interface ISpamModelTrainer
{
    /// <summary>The name in <c>Spam:Trainer</c> and in model versions.</summary>
    string Id { get; }

    /// <summary>Trains on examples of both labels.</summary>
    /// <param name="examples">At least two of each label.</param>
    /// <param name="source">What the examples are, as a short hash or name; becomes part of the version.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="ArgumentException">Too few examples of a label.</exception>
    ISpamModel Train(IReadOnlyList<LabelledText> examples, string source, CancellationToken cancellationToken);

    /// <exception cref="InvalidDataException">Not an artifact of this trainer, of another format version, or damaged.</exception>
    ISpamModel Load(Stream source);
}
