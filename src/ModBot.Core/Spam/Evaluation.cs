using ModBot.Core.Ports;
using ModBot.Core.Text;

namespace ModBot.Core.Spam;

/// <summary>Measures models and trainers on labelled texts. Deterministic; nothing is written.</summary>
public static class Evaluation
{
    /// <summary>A trained model on examples that it has not learnt from.</summary>
    public static EvaluationReport Measure(ISpamModel model, IReadOnlyList<LabelledText> examples, CancellationToken cancellationToken)
    {
        var scored = new ScoredLabel[examples.Count];
        Score(model, examples, index => true, scored, cancellationToken);
        return RankingMetrics.Report(scored);
    }

    /// <summary>Trains once per fold on the other folds and measures all held-out answers together. Folds have equal shares of spam.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="examples">At least as many of each label as there are folds, and three.</param>
    /// <param name="folds">2 to 20.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Too few examples of a label.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many folds.</exception>
    public static EvaluationReport CrossValidate(ISpamModelTrainer trainer, IReadOnlyList<LabelledText> examples, int folds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, 20);
        int spam = examples.Count(example => example.IsSpam);
        if (Math.Min(spam, examples.Count - spam) < Math.Max(folds, 3))
            throw new ArgumentException($"{folds} folds need {Math.Max(folds, 3)} examples of each label; there are {spam} of spam and {examples.Count - spam} of ham.", nameof(examples));
        return RankingMetrics.Report(ScoreHeldOut(trainer, examples, Folds.Stratified(examples, folds), cancellationToken));
    }

    /// <summary>Trains without whole families and measures what the model makes of them.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="examples">Examples of at least two families with spam and two with ham.</param>
    /// <param name="trainings">At most so many trainings: families are held out together when there are more of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Without some families a label is missing.</exception>
    public static FamiliesReport LeaveFamiliesOut(ISpamModelTrainer trainer, IReadOnlyList<LabelledText> examples, int trainings, CancellationToken cancellationToken)
    {
        int families = examples.Select(example => example.Family).Distinct(StringComparer.Ordinal).Count();
        if (families < 2)
            throw new ArgumentException("There is only one family.", nameof(examples));
        ScoredLabel[] scored = ScoreHeldOut(trainer, examples, Folds.ByFamily(examples, Math.Clamp(trainings, 2, families)), cancellationToken);
        IEnumerable<FamilyReport> reports = scored
            .Zip(examples, (answer, example) => (Answer: answer, example.Family))
            .GroupBy(pair => pair.Family, StringComparer.Ordinal)
            .OrderBy(family => family.Key, StringComparer.Ordinal)
            .Select(family => Report(family.Key, [.. family.Select(pair => pair.Answer)]));
        return new FamiliesReport(RankingMetrics.Report(scored), [.. reports]);
    }

    /// <summary>Trains on growing parts of the examples, always measured on the same fifth that is kept apart.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="examples">At least five of each label.</param>
    /// <param name="sizes">How many examples to train on, each at least 4; sizes beyond what there is are cut down to it, and taken once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Too few examples of a label.</exception>
    public static IReadOnlyList<LearningPoint> LearningCurve(ISpamModelTrainer trainer, IReadOnlyList<LabelledText> examples, IReadOnlyList<int> sizes, CancellationToken cancellationToken)
    {
        if (sizes.Count == 0)
            return [];
        int spamCount = examples.Count(example => example.IsSpam);
        if (Math.Min(spamCount, examples.Count - spamCount) < 5)
            throw new ArgumentException($"A learning curve needs five examples of each label; there are {spamCount} of spam and {examples.Count - spamCount} of ham.", nameof(examples));
        int[] folds = Folds.Stratified(examples, 5);
        LabelledText[] kept = [.. examples.Where((_, index) => folds[index] == 0)];
        LabelledText[] rest = [.. examples.Where((_, index) => folds[index] != 0)];
        FixedShuffle.Shuffle<LabelledText>(rest, 0x9E3779B97F4A7C15);
        double spamShare = (double)rest.Count(example => example.IsSpam) / Math.Max(1, rest.Length);
        var points = new List<LearningPoint>();
        foreach (int count in sizes.Select(size => Math.Clamp(size, 4, rest.Length)).Distinct())
        {
            int spam = Math.Clamp((int)Math.Round(count * spamShare), 2, count - 2);
            LabelledText[] part = [.. rest.Where(example => example.IsSpam).Take(spam), .. rest.Where(example => !example.IsSpam).Take(count - spam)];
            points.Add(new LearningPoint(part.Length, Measure(trainer.Train(part, "curve", cancellationToken), kept, cancellationToken)));
        }

        return points;
    }

    private static FamilyReport Report(string family, ScoredLabel[] answers) => new(
        family,
        answers.Count(answer => answer.IsSpam),
        answers.Count(answer => !answer.IsSpam),
        answers.Count(answer => answer.IsSpam && answer.Score >= EvaluationReport.Threshold),
        answers.Count(answer => !answer.IsSpam && answer.Score >= EvaluationReport.Threshold));

    private static ScoredLabel[] ScoreHeldOut(ISpamModelTrainer trainer, IReadOnlyList<LabelledText> examples, int[] folds, CancellationToken cancellationToken)
    {
        var scored = new ScoredLabel[examples.Count];
        foreach (int fold in folds.Distinct().Order())
        {
            LabelledText[] others = [.. examples.Where((_, index) => folds[index] != fold)];
            ISpamModel model = trainer.Train(others, $"without-fold-{fold}", cancellationToken);
            Score(model, examples, index => folds[index] == fold, scored, cancellationToken);
        }

        return scored;
    }

    private static void Score(ISpamModel model, IReadOnlyList<LabelledText> examples, Func<int, bool> wanted, ScoredLabel[] into, CancellationToken cancellationToken)
    {
        var views = new TextViews();
        for (int i = 0; i < examples.Count; i++)
        {
            if (!wanted(i))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            views.Load(examples[i].Text);
            into[i] = new ScoredLabel(model.Score(views).Spam, examples[i].IsSpam);
        }
    }
}
