using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Spam;

public sealed class EvaluationTests(SeedModel seeds) : IClassFixture<SeedModel>
{
    private readonly BuiltInTrainer trainer = new();

    [Fact]
    public void Kinds_of_text_that_were_never_seen_are_told_apart()
    {
        FamiliesReport report = Evaluation.LeaveFamiliesOut(trainer, seeds.Examples, 10, default);
        Assert.True(report.Overall.RocAuc >= 0.95, $"ROC-AUC {report.Overall.RocAuc}");
        Assert.True(report.Overall.Precision >= 0.9, $"precision {report.Overall.Precision}");
        Assert.Equal(seeds.Examples.Count, report.Families.Sum(family => family.Spam + family.Ham));
    }

    [Fact]
    public void Cross_validation_measures_every_example_once()
    {
        EvaluationReport report = Evaluation.CrossValidate(trainer, SmallCorpus.Examples, 4, default);
        Assert.Equal((18, 8), (report.Count, report.SpamCount));
    }

    [Fact]
    public void Cross_validation_needs_each_label_in_each_fold() =>
        Assert.Throws<ArgumentException>(() => Evaluation.CrossValidate(trainer, SmallCorpus.Examples, 9, default));

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    public void Folds_are_bounded(int folds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Evaluation.CrossValidate(trainer, SmallCorpus.Examples, folds, default));

    [Fact]
    public void Learning_curve_grows_on_one_held_out_part()
    {
        IReadOnlyList<LearningPoint> curve = Evaluation.LearningCurve(trainer, seeds.Examples, [100, 1000, 1_000_000], default);
        Assert.Equal(3, curve.Count);
        Assert.Single(curve.Select(point => point.Report.Count).Distinct());
        Assert.True(curve[^1].Report.RocAuc > curve[0].Report.RocAuc);
        Assert.Equal(seeds.Examples.Count, curve[^1].Examples + curve[^1].Report.Count);
    }
}
