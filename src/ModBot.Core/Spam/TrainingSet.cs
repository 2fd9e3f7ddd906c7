namespace ModBot.Core.Spam;

/// <summary>Examples as one training run takes them: prior ones first, then the data.</summary>
internal sealed class TrainingSet
{
    /// <summary>Folds that calibration holds out in turn.</summary>
    private const int CalibrationFolds = 5;

    /// <summary>What all prior examples together count in calibration beside data, in examples of data.</summary>
    private const float PriorCalibration = 40;

    private TrainingSet(IReadOnlyList<LabelledText> examples, int priorCount, float kinship, int[] folds)
    {
        Examples = examples;
        PriorCount = priorCount;
        Kinship = kinship;
        FoldOf = folds;
        AbuseFoldOf = examples.Any(example => example.Family.Length > 0 && example.HasAbuseLabels) ? Folds.Stratified(examples, CalibrationFolds) : folds;
    }

    public IReadOnlyList<LabelledText> Examples { get; }

    public int PriorCount { get; }

    /// <summary>How much prior and data learn from each other: 0 nothing, 1 as if they were one.</summary>
    public float Kinship { get; }

    /// <summary>For each example the fold in which it is held out to calibrate spam: a written corpus by whole families.</summary>
    public int[] FoldOf { get; }

    /// <summary>
    /// The same to calibrate abuse; the same array where it need not differ. A category of abuse may be one family, so that
    /// without it there would be nothing to learn.
    /// </summary>
    public int[] AbuseFoldOf { get; }

    /// <summary>Most of the data has families: a corpus somebody wrote, no sample of a chat.</summary>
    public bool IsWritten => Examples.Skip(PriorCount).Count(example => example.Family.Length > 0) * 2 > Examples.Count - PriorCount;

    /// <summary>Data alone.</summary>
    public static TrainingSet Alone(IReadOnlyList<LabelledText> data)
    {
        var set = new TrainingSet(data, 0, 0, []);
        return new TrainingSet(data, 0, 0, set.IsWritten ? Folds.ByFamily(data, CalibrationFolds) : DealData(data));
    }

    /// <summary>Data beside a prior.</summary>
    public static TrainingSet Joined(IReadOnlyList<LabelledText> prior, IReadOnlyList<LabelledText> data, float kinship) =>
        new([.. prior, .. data], prior.Count, kinship, [.. Folds.ByFamily(prior, CalibrationFolds), .. DealData(data)]);

    /// <summary>How much an example counts when its head is calibrated.</summary>
    public float CalibrationWeightOf(int example) => example < PriorCount ? Math.Min(1, PriorCalibration / PriorCount) : 1;

    private static int[] DealData(IReadOnlyList<LabelledText> data)
    {
        int spam = data.Count(example => example.IsSpam);
        return Folds.Stratified(data, Math.Clamp(Math.Min(spam, data.Count - spam), 2, CalibrationFolds));
    }
}
