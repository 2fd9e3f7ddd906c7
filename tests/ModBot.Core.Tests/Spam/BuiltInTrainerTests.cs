using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Spam;

public sealed class BuiltInTrainerTests(SeedModel seeds) : IClassFixture<SeedModel>
{
    private readonly BuiltInTrainer trainer = new();

    [Fact]
    public void Same_examples_in_the_same_order_give_the_same_artifact()
    {
        Assert.Equal(Bytes(trainer.Train(SmallCorpus.Examples, "a", default)), Bytes(new BuiltInTrainer().Train(SmallCorpus.Examples, "a", default)));
    }

    [Fact]
    public void Version_names_trainer_format_and_source_in_at_most_64_characters()
    {
        Assert.Equal("built-in-2-3f9a02c4", trainer.Train(SmallCorpus.Examples, "3f9a02c4", default).Version);
        Assert.Equal(64, trainer.Train(SmallCorpus.Examples, new string('x', 500), default).Version.Length);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(5, 1)]
    [InlineData(0, 0)]
    public void Too_few_examples_of_a_label_are_refused(int spam, int ham)
    {
        LabelledText[] examples = [.. SmallCorpus.Examples.Where(example => example.IsSpam).Take(spam), .. SmallCorpus.Examples.Where(example => !example.IsSpam).Take(ham)];
        Assert.Throws<ArgumentException>(() => trainer.Train(examples, "few", default));
    }

    [Fact]
    public void Two_examples_of_each_label_are_enough()
    {
        LabelledText[] examples = [.. SmallCorpus.Examples.Where(example => example.IsSpam).Take(2), .. SmallCorpus.Examples.Where(example => !example.IsSpam).Take(2)];
        ISpamModel model = trainer.Train(examples, "two", default);
        Assert.InRange(model.Score(SeedModel.View("anything")).Spam, 0, 1);
    }

    [Fact]
    public void A_head_without_positives_says_0()
    {
        ModelScores scores = trainer.Train(SmallCorpus.Examples, "no-abuse", default).Score(SeedModel.View("you are all worthless"));
        Assert.Equal([0, 0, 0, 0, 0, 0], new[] { scores.Hate, scores.Slur, scores.Threat, scores.Harassment, scores.Sexual, scores.SelfHarm });
    }

    [Fact]
    public void Abuse_is_not_learnt_from_examples_where_nobody_looked_for_it()
    {
        LabelledText threat = new("i will find you and hurt you tonight", false, CategorySet.Of(Category.Threat), "threats", true);
        LabelledText[] looked = [.. SmallCorpus.Examples, threat, threat with { Text = "watch your back, i know where you live and i will hurt you" }];
        LabelledText[] unlooked = [.. looked.Select(example => example with { HasAbuseLabels = false })];
        Assert.True(trainer.Train(looked, "looked", default).Score(SeedModel.View(threat.Text)).Threat > 0);
        Assert.Equal(0, trainer.Train(unlooked, "unlooked", default).Score(SeedModel.View(threat.Text)).Threat);
    }

    [Fact]
    public void Training_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => trainer.Train(SmallCorpus.Examples, "stopped", stop.Token));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(20)]
    [InlineData(10)]
    [InlineData(4)]
    public void Few_labels_with_a_prior_do_no_worse_than_alone(int part)
    {
        LabelledText[] corpus = [.. seeds.Examples.Where(example => example.Family is "work-from-home" or "loans" or "everyday" or "money-talk")];
        LabelledText[] prior = [.. seeds.Examples.Except(corpus)];
        LabelledText[] sample = [.. corpus.Select(example => example with { Family = "" })];
        int[] folds = Folds.Stratified(sample, part);
        LabelledText[] few = [.. sample.Where((_, index) => folds[index] == 0)];
        LabelledText[] rest = [.. sample.Where((_, index) => folds[index] != 0)];
        EvaluationReport alone = Evaluation.Measure(trainer.Train(few, "few", default), rest, default);
        EvaluationReport joined = Evaluation.Measure(new BuiltInTrainer { Prior = prior }.Train(few, "few", default), rest, default);
        Assert.True(joined.RocAuc >= alone.RocAuc, $"ROC-AUC {joined.RocAuc} with, {alone.RocAuc} without");
        Assert.True(joined.Brier <= alone.Brier, $"Brier {joined.Brier} with, {alone.Brier} without");
    }

    [Fact]
    public void Much_data_that_contradicts_the_prior_wins()
    {
        LabelledText[] inverted = [.. Enumerable.Range(0, 20).SelectMany(copy => SmallCorpus.Examples.Select(example => example with { IsSpam = !example.IsSpam, Family = "" }))];
        ISpamModel model = new BuiltInTrainer { Prior = SmallCorpus.Examples }.Train(inverted, "inverted", default);
        Assert.All(SmallCorpus.Examples, example => Assert.Equal(!example.IsSpam, model.Score(SeedModel.View(example.Text)).Spam > 0.5));
    }

    private static byte[] Bytes(ISpamModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
