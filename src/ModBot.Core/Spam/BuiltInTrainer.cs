using ModBot.Core.Ports;

namespace ModBot.Core.Spam;

/// <summary>Trains and loads the built-in linear model: one core, no packages, about half a second for 6,000 examples.</summary>
/// <remarks>
/// Examples with families are taken for a written corpus: probabilities are then calibrated on families that were not learnt
/// from, and for a chat where spam is rare. Examples without are taken for a sample: calibrated on held-out examples, at the
/// sample's own share of spam.
/// </remarks>
public sealed class BuiltInTrainer : ISpamModelTrainer
{
    /// <summary>The share of spam that a model from a written corpus expects: more than a chat has, less than a corpus.</summary>
    public const double ExpectedSpamShare = 0.05;

    /// <summary>The price of a violated margin. Found by leave-one-family-out: higher fits the corpus and loses unseen kinds.</summary>
    private const float MarginCost = 0.4f;

    /// <summary>How prior and data are weighed against each other, as prices; the first that predicts held-out data best is taken.</summary>
    private static readonly (float Prior, float Data)[] Mixes = [(MarginCost, MarginCost * 3), (MarginCost / 8, MarginCost * 2)];

    public string Id => "built-in";

    /// <summary>
    /// Examples that are known before those handed to <see cref="Train"/> (<c>--prior seeds</c>), with families. Data of at
    /// least two examples a label decides by cross-validation how much they count, down to nothing. Empty by default.
    /// </summary>
    public IReadOnlyList<LabelledText> Prior { get; init; } = [];

    public ISpamModel Train(IReadOnlyList<LabelledText> examples, string source, CancellationToken cancellationToken)
    {
        int spam = examples.Count(example => example.IsSpam);
        if (spam < 2 || examples.Count - spam < 2)
            throw new ArgumentException($"Training needs two examples of spam and two of ham; there are {spam} and {examples.Count - spam}.", nameof(examples));
        var best = new TrainingRun(TrainingSet.Alone(examples, MarginCost), cancellationToken);
        if (Prior.Count > 0)
        {
            foreach ((float priorCost, float dataCost) in Mixes)
            {
                var run = new TrainingRun(TrainingSet.Joined(Prior, examples, priorCost, dataCost), cancellationToken);
                if (run.Loss < best.Loss)
                    best = run;
            }
        }

        return best.ToModel(VersionOf(source));
    }

    public ISpamModel Load(Stream source) => ModelArtifact.Read(source);

    private string VersionOf(string source)
    {
        string version = $"{Id}-{ModelArtifact.FormatVersion}-{new string([.. source.Where(letter => letter is > ' ' and < '\x7f')])}";
        return version.Length <= 64 ? version : version[..64];
    }
}
