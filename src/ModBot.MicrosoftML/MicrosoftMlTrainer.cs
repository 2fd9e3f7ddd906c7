using ModBot.Core.Ports;
using ModBot.Core.Spam;

namespace ModBot.MicrosoftML;

/// <summary>Trains and loads models on Microsoft.ML: its text featuriser and its L-BFGS logistic regression, one thread, seeded.</summary>
/// <remarks>Takes written corpora and samples apart and calibrates each as <see cref="BuiltInTrainer"/> does, so that thresholds mean the same.</remarks>
public sealed class MicrosoftMlTrainer : ISpamModelTrainer
{
    /// <summary>The id, for configuration and messages.</summary>
    public const string TrainerId = "microsoft-ml";

    /// <summary>What an example of the prior counts beside one of the data; the first that predicts held-out data best is taken.</summary>
    private static readonly float[] PriorWeights = [0.33f, 0.06f];

    /// <summary>Examples of each label from which data alone may be trusted to know better than prior and data.</summary>
    private const int EnoughForAlone = 25;

    /// <summary>A prior must predict held-out data this much better than data alone would: cross-validation errs by some percent.</summary>
    private const double Doubt = 1.05;

    public string Id => TrainerId;

    /// <summary>
    /// Examples that are known before those handed to <see cref="Train"/> (<c>--prior seeds</c>), with families. The data
    /// decides by cross-validation how much they count, down to nothing. Empty by default.
    /// </summary>
    public IReadOnlyList<LabelledText> Prior { get; init; } = [];

    public ISpamModel Train(IReadOnlyList<LabelledText> examples, string source, CancellationToken cancellationToken)
    {
        int spam = examples.Count(example => example.IsSpam);
        if (spam < 2 || examples.Count - spam < 2)
            throw new ArgumentException($"Training needs two examples of spam and two of ham; there are {spam} and {examples.Count - spam}.", nameof(examples));
        MicrosoftMlRun? best = null;
        if (Prior.Count > 0)
        {
            foreach (float priorWeight in PriorWeights)
            {
                var run = new MicrosoftMlRun(TrainingSet.Joined(Prior, examples, 1), priorWeight, cancellationToken);
                if (best is null || run.Loss < best.Loss)
                    best = run;
            }
        }

        if (best is null || Math.Min(spam, examples.Count - spam) >= EnoughForAlone)
        {
            var alone = new MicrosoftMlRun(TrainingSet.Alone(examples), 1, cancellationToken);
            if (best is null || alone.Loss < best.Loss * Doubt)
                best = alone;
        }

        return best.ToModel(VersionOf(source), cancellationToken);
    }

    public ISpamModel Load(Stream source) => MicrosoftMlArtifact.Read(source);

    private string VersionOf(string source)
    {
        string version = $"{Id}-{MicrosoftMlArtifact.FormatVersion}-{new string([.. source.Where(letter => letter is > ' ' and < '\x7f')])}";
        return version.Length <= 64 ? version : version[..64];
    }
}
