using System.Runtime.Intrinsics;

namespace ModBot.Core.Spam;

/// <summary>One training: features, weights, and calibration on margins of examples that were held out.</summary>
internal sealed class TrainingRun
{
    /// <summary>The price of a violated margin. Found by leaving families out: higher fits the corpus better and unseen kinds worse.</summary>
    private const float MarginCost = 1;

    private const int Epochs = 12;
    private const int CalibrationEpochs = 4;

    private readonly TrainingSet set;
    private readonly FeatureMatrix matrix;
    private readonly LinearSolver solver;
    private readonly PlattScaling[] scalings;

    public TrainingRun(TrainingSet set, CancellationToken cancellationToken)
    {
        this.set = set;
        matrix = FeatureMatrix.Build(set.Examples, cancellationToken);
        solver = new LinearSolver(matrix, LabelsOf(set.Examples), Vector256.Create(MarginCost), set.PriorCount, set.Kinship);
        solver.Run([.. Enumerable.Range(0, set.Examples.Count)], Epochs, cancellationToken);
        Vector256<float>[] margins = HeldOutMargins(set.FoldOf, cancellationToken);
        Vector256<float>[] abuseMargins = set.AbuseFoldOf == set.FoldOf ? margins : HeldOutMargins(set.AbuseFoldOf, cancellationToken);
        scalings = [.. Enumerable.Range(0, ModelHeads.Categories.Length).Select(head => Calibrate(head, head == 0 ? margins : abuseMargins))];
        Loss = MeasureLoss(margins);
    }

    /// <summary>Mean negative log-likelihood of the data's labels (not the prior's), each example held out.</summary>
    public double Loss { get; }

    public LinearSpamModel ToModel(string version) =>
        new(version, WeightTable.Round(matrix.Table, solver.Weights, matrix.Frequencies), scalings);

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

    private Vector256<float>[] HeldOutMargins(int[] folds, CancellationToken cancellationToken)
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

    private PlattScaling Calibrate(int head, Vector256<float>[] margins)
    {
        var samples = new List<(float Margin, bool Positive, float Weight)>();
        for (int i = 0; i < margins.Length; i++)
        {
            float label = ModelHeads.LabelOf(set.Examples[i], head);
            if (label != 0)
                samples.Add((margins[i][head], label > 0, set.CalibrationWeightOf(i)));
        }

        int positives = samples.Count(sample => sample.Positive);
        if (positives == 0 || positives == samples.Count)
            return PlattScaling.Never;
        PlattScaling scaling = PlattScaling.Fit(samples);
        double share = (double)positives / samples.Count;
        return head == 0 && set.IsWritten && share > BuiltInTrainer.ExpectedSpamShare
            ? scaling.ForShare(share, BuiltInTrainer.ExpectedSpamShare)
            : scaling;
    }

    private double MeasureLoss(Vector256<float>[] margins)
    {
        double loss = 0;
        for (int i = set.PriorCount; i < margins.Length; i++)
        {
            double probability = Math.Clamp(scalings[0].Probability(margins[i][0]), 1e-6, 1 - 1e-6);
            loss -= Math.Log(set.Examples[i].IsSpam ? probability : 1 - probability);
        }

        return loss / (margins.Length - set.PriorCount);
    }
}
