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
    public const double ExpectedSpamShare = 0.15;

    /// <summary>The kinships of prior and data that are tried, from few labels to many.</summary>
    private static readonly float[] Kinships = [1, 0.4f];

    /// <summary>Examples of each label from which data alone may be trusted to know better than prior and data.</summary>
    private const int EnoughForAlone = 25;

    /// <summary>A prior must predict held-out data this much better than data alone would: cross-validation errs by some percent.</summary>
    private const double Doubt = 1.05;

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
        TrainingRun? best = null;
        if (Prior.Count > 0)
        {
            foreach (float kinship in Kinships)
            {
                var run = new TrainingRun(TrainingSet.Joined(Prior, examples, kinship), cancellationToken);
                if (best is null || run.Loss < best.Loss)
                    best = run;
            }
        }

        if (best is null || Math.Min(spam, examples.Count - spam) >= EnoughForAlone)
        {
            var alone = new TrainingRun(TrainingSet.Alone(examples), cancellationToken);
            if (best is null || alone.Loss < best.Loss * Doubt)
                best = alone;
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
