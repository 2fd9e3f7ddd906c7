using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.MicrosoftML;

/// <summary>One training: featuriser, spam head and its calibration on margins of examples that were held out.</summary>
internal sealed class MicrosoftMlRun
{
    private const int Seed = 20_260_101;
    private const float Ridge = 0.1f;

    /// <summary>Looser than the library's default of 1e-7: a third of the time, and no measure moves in its third digit.</summary>
    private const float Tolerance = 1e-4f;

    /// <summary>Parts that calibration of the abuse heads holds out in turn: folds put together, to save time.</summary>
    private const int AbuseParts = 3;

    private readonly MLContext _context = new(Seed);
    private readonly TrainingSet _set;
    private readonly float _priorWeight;
    private readonly TextFeaturiser _featuriser;
    private readonly VBuffer<float>[] _features;
    private readonly SchemaDefinition _shape;
    private readonly LinearHead _spam;

    /// <param name="set">Prior and data.</param>
    /// <param name="priorWeight">What an example of the prior counts beside one of the data.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public MicrosoftMlRun(TrainingSet set, float priorWeight, CancellationToken cancellationToken)
    {
        _set = set;
        _priorWeight = priorWeight;
        TextRow[] rows = Read(set.Examples, cancellationToken);
        _featuriser = TextFeaturiser.Fit(_context, rows);
        _features = new VBuffer<float>[rows.Length];
        var views = new TextViews();
        for (int i = 0; i < rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            views.Load(set.Examples[i].Text);
            using EngineLease lease = _featuriser.Transform(views);
            lease.Features.CopyTo(ref _features[i]);
        }

        _shape = SchemaDefinition.Create(typeof(LabelledFeatures));
        _shape[nameof(LabelledFeatures.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, _featuriser.Width);
        float[] margins = HeldOutMargins(0, cancellationToken);
        _spam = FitHead(0, margins, cancellationToken);
        Loss = MeasureLoss(margins);
    }

    /// <summary>Mean negative log-likelihood of the data's labels (not the prior's), each example held out.</summary>
    public double Loss { get; }

    /// <summary>Trains the other heads, and puts all together.</summary>
    public MicrosoftMlModel ToModel(string version, CancellationToken cancellationToken)
    {
        var heads = new LinearHead[ModelHeads.Categories.Length];
        heads[0] = _spam;
        for (int head = 1; head < heads.Length; head++)
        {
            heads[head] = CanLearn(head)
                ? FitHead(head, HeldOutMargins(head, cancellationToken), cancellationToken)
                : LinearHead.Never(_featuriser.Width);
        }

        return new MicrosoftMlModel(version, _featuriser, heads);
    }

    private static TextRow[] Read(IReadOnlyList<LabelledText> examples, CancellationToken cancellationToken)
    {
        var views = new TextViews();
        var rows = new TextRow[examples.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            views.Load(examples[i].Text);
            rows[i] = TextFeaturiser.Read(views);
        }

        return rows;
    }

    private bool CanLearn(int head) =>
        _set.Examples.Any(example => ModelHeads.LabelOf(example, head) > 0) && _set.Examples.Any(example => ModelHeads.LabelOf(example, head) < 0);

    private float[] HeldOutMargins(int head, CancellationToken cancellationToken)
    {
        var margins = new float[_features.Length];
        for (int part = 0; part < PartsOf(head); part++)
        {
            (float[] weights, float bias) = FitLinear(head, part, cancellationToken);
            for (int i = 0; i < margins.Length; i++)
            {
                if (PartOf(head, i) == part)
                    margins[i] = Margin(weights, bias, _features[i]);
            }
        }

        return margins;
    }

    private int PartsOf(int head) => head == 0 ? _set.FoldOf.Max() + 1 : Math.Min(AbuseParts, _set.AbuseFoldOf.Max() + 1);

    private int PartOf(int head, int example) => (head == 0 ? _set.FoldOf : _set.AbuseFoldOf)[example] % PartsOf(head);

    private LinearHead FitHead(int head, float[] heldOut, CancellationToken cancellationToken)
    {
        (float[] weights, float bias) = FitLinear(head, without: -1, cancellationToken);
        return new LinearHead(weights, bias, Calibrate(head, heldOut));
    }

    /// <summary>Trains on all examples but those of one part; without both labels among them nothing is learnt.</summary>
    private (float[] Weights, float Bias) FitLinear(int head, int without, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = new List<LabelledFeatures>(_features.Length);
        for (int i = 0; i < _features.Length; i++)
        {
            float label = ModelHeads.LabelOf(_set.Examples[i], head);
            if (label != 0 && PartOf(head, i) != without)
                rows.Add(new LabelledFeatures { Label = label > 0, Weight = i < _set.PriorCount ? _priorWeight : 1, Features = _features[i] });
        }

        if (rows.TrueForAll(row => row.Label) || rows.TrueForAll(row => !row.Label))
            return (new float[_featuriser.Width], 0);
        LbfgsLogisticRegressionBinaryTrainer trainer = _context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            ExampleWeightColumnName = nameof(LabelledFeatures.Weight),
            L1Regularization = 0,
            L2Regularization = Ridge,
            NumberOfThreads = 1,
            HistorySize = 10,
            OptimizationTolerance = Tolerance,
        });
        LinearBinaryModelParameters model = trainer.Fit(_context.Data.LoadFromEnumerable(rows, _shape)).Model.SubModel;
        // Rounded to what the artifact keeps, so that a loaded model scores as the trained one did.
        return ([.. model.Weights.Select(weight => (float)(Half)weight)], model.Bias);
    }

    private PlattScaling Calibrate(int head, float[] margins)
    {
        var samples = new List<(float Margin, bool Positive, float Weight)>();
        for (int i = 0; i < margins.Length; i++)
        {
            float label = ModelHeads.LabelOf(_set.Examples[i], head);
            if (label != 0)
                samples.Add((margins[i], label > 0, _set.CalibrationWeightOf(i)));
        }

        int positives = samples.Count(sample => sample.Positive);
        if (positives == 0 || positives == samples.Count)
            return PlattScaling.Never;
        PlattScaling scaling = PlattScaling.Fit(samples);
        double share = (double)positives / samples.Count;
        return head == 0 && _set.IsWritten && share > BuiltInTrainer.ExpectedSpamShare
            ? scaling.ForShare(share, BuiltInTrainer.ExpectedSpamShare)
            : scaling;
    }

    private double MeasureLoss(float[] margins)
    {
        double loss = 0;
        for (int i = _set.PriorCount; i < margins.Length; i++)
        {
            double probability = Math.Clamp(_spam.Scaling.Probability(margins[i]), 1e-6, 1 - 1e-6);
            loss -= Math.Log(_set.Examples[i].IsSpam ? probability : 1 - probability);
        }

        return loss / (margins.Length - _set.PriorCount);
    }

    private static float Margin(float[] weights, float bias, in VBuffer<float> features)
    {
        float margin = bias;
        foreach (KeyValuePair<int, float> feature in features.Items())
            margin += weights[feature.Key] * feature.Value;
        return margin;
    }
}
