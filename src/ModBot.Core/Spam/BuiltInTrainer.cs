using System.Runtime.Intrinsics;
using ModBot.Core.Ports;

namespace ModBot.Core.Spam;

/// <summary>Trains and loads the built-in linear model: one core, no packages, about a second for 6,000 examples.</summary>
/// <remarks>
/// Examples with families are taken for a written corpus: probabilities are then calibrated on families that were not learnt
/// from, and for a chat where spam is rare. Examples without are taken for a sample: calibrated on held-out examples, at the
/// sample's own share of spam.
/// </remarks>
public sealed class BuiltInTrainer : ISpamModelTrainer
{
    /// <summary>The share of spam that a model from a written corpus expects: more than a chat has, less than a corpus.</summary>
    public const double ExpectedSpamShare = 0.05;

    private const int CalibrationFolds = 5;
    private const int Epochs = 12;
    private const int CalibrationEpochs = 4;
    private const float MarginCost = 1;

    public string Id => "built-in";

    /// <summary>Examples that are known before those handed to <see cref="Train"/>: <c>--prior seeds</c>. Empty for <c>--prior none</c>.</summary>
    public IReadOnlyList<LabelledText> Prior { get; init; } = [];

    public ISpamModel Train(IReadOnlyList<LabelledText> examples, string source, CancellationToken cancellationToken)
    {
        int spam = examples.Count(example => example.IsSpam);
        if (spam < 2 || examples.Count - spam < 2)
            throw new ArgumentException($"Training needs two examples of spam and two of ham; there are {spam} and {examples.Count - spam}.", nameof(examples));
        return TrainAlone(examples, VersionOf(source), cancellationToken);
    }

    public ISpamModel Load(Stream source) => ModelArtifact.Read(source);

    private static LinearSpamModel TrainAlone(IReadOnlyList<LabelledText> examples, string version, CancellationToken cancellationToken)
    {
        FeatureMatrix matrix = FeatureMatrix.Build(examples, cancellationToken);
        Vector256<float>[] labels = LabelsOf(examples);
        var costs = new Vector256<float>[examples.Count];
        Array.Fill(costs, Vector256.Create(MarginCost));
        var solver = new LinearSolver(matrix, labels, costs);
        solver.Run([.. Enumerable.Range(0, examples.Count)], Epochs, cancellationToken);
        bool written = examples.Count(example => example.Family.Length > 0) * 2 > examples.Count;
        int[] folds = written ? Folds.ByFamily(examples, CalibrationFolds) : Folds.Stratified(examples, Math.Min(CalibrationFolds, LeastLabel(examples)));
        Vector256<float>[] margins = HeldOutMargins(solver, folds, cancellationToken);
        return new LinearSpamModel(version, WeightTable.Round(matrix.Table, solver.Weights, matrix.Frequencies), Calibrate(examples, margins, written));
    }

    private static Vector256<float>[] HeldOutMargins(LinearSolver solver, int[] folds, CancellationToken cancellationToken)
    {
        var margins = new Vector256<float>[folds.Length];
        for (int fold = 0; fold <= folds.Max(); fold++)
        {
            LinearSolver without = solver.Copy();
            var kept = new List<int>();
            for (int i = 0; i < folds.Length; i++)
            {
                if (folds[i] == fold)
                    without.Forget(i);
                else
                    kept.Add(i);
            }

            without.Run([.. kept], CalibrationEpochs, cancellationToken);
            for (int i = 0; i < folds.Length; i++)
            {
                if (folds[i] == fold)
                    margins[i] = without.Margins(i);
            }
        }

        return margins;
    }

    private static PlattScaling[] Calibrate(IReadOnlyList<LabelledText> examples, Vector256<float>[] margins, bool written)
    {
        var scalings = new PlattScaling[ModelHeads.Categories.Length];
        for (int head = 0; head < scalings.Length; head++)
        {
            var samples = new List<(float Margin, bool Positive, float Weight)>();
            for (int i = 0; i < margins.Length; i++)
            {
                float label = ModelHeads.LabelOf(examples[i], head);
                if (label != 0)
                    samples.Add((margins[i][head], label > 0, 1));
            }

            int positives = samples.Count(sample => sample.Positive);
            bool learnt = positives > 0 && positives < samples.Count;
            scalings[head] = learnt ? PlattScaling.Fit(samples) : PlattScaling.Never;
            double share = (double)positives / samples.Count;
            if (head == 0 && written && share > ExpectedSpamShare)
                scalings[head] = scalings[head].ForShare(share, ExpectedSpamShare);
        }

        return scalings;
    }

    private static Vector256<float>[] LabelsOf(IReadOnlyList<LabelledText> examples)
    {
        var labels = new Vector256<float>[examples.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            for (int head = 0; head < ModelHeads.Categories.Length; head++)
                labels[i] = labels[i].WithElement(head, ModelHeads.LabelOf(examples[i], head));
        }

        return labels;
    }

    private static int LeastLabel(IReadOnlyList<LabelledText> examples)
    {
        int spam = examples.Count(example => example.IsSpam);
        return Math.Min(spam, examples.Count - spam);
    }

    private string VersionOf(string source)
    {
        string version = $"{Id}-{ModelArtifact.FormatVersion}-{new string([.. source.Where(letter => letter is > ' ' and < '\x7f')])}";
        return version.Length <= 64 ? version : version[..64];
    }
}
