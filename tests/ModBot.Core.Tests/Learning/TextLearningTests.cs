using ModBot.Core.Learning;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Tests.Spam;

namespace ModBot.Core.Tests.Learning;

public sealed class TextLearningTests
{
    private static readonly ISpamModel Shipped = new BuiltInTrainer().Train(SmallCorpus.Examples, "shipped", default);
    private static readonly BuiltInTrainer Trainer = new();

    [Fact]
    public void A_guilds_own_kind_of_spam_is_learned()
    {
        GuildExample[] examples =
        [
            .. Enumerable.Range(0, 20).Select(i => Example($"zorbit crystals lot {i} for trade, whisper me your offer", spam: true)),
            .. Enumerable.Range(0, 20).Select(i => Example($"who has lot {i} of the homework done, i got stuck at part two", spam: false)),
        ];
        TextLearningResult result = TextLearning.Train(Trainer, Shipped, SmallCorpus.Examples, examples, default);
        Assert.True(result.Model is not null, result.Reason);
        Assert.True(result.LossAfter < result.LossBefore);
        Assert.Equal(40, result.Examples);
        Assert.True(result.Model!.Score(SeedModel.View("zorbit crystals, whisper me")).Spam > Shipped.Score(SeedModel.View("zorbit crystals, whisper me")).Spam);
    }

    [Fact]
    public void Labels_without_sense_leave_the_shipped_model()
    {
        TextLearningResult result = TextLearning.Train(
            Trainer, Shipped, SmallCorpus.Examples, [.. SmallCorpus.Examples.Concat(SmallCorpus.Examples.Select(example => example with { Text = $"well, {example.Text}" })).Select((example, i) => Example(example.Text, i % 2 == 0))], default);
        Assert.Null(result.Model);
        Assert.Contains("shipped model stays", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(40, 2)]
    public void Too_few_examples_teach_nothing(int spam, int ham)
    {
        GuildExample[] examples = [.. Enumerable.Range(0, spam).Select(i => Example($"spam {i}", spam: true)), .. Enumerable.Range(0, ham).Select(i => Example($"ham {i}", spam: false))];
        Assert.Null(TextLearning.Train(Trainer, Shipped, SmallCorpus.Examples, examples, default).Model);
    }

    [Fact]
    public void The_same_text_many_times_is_one_example()
    {
        GuildExample[] examples = [.. Enumerable.Range(0, 60).Select(i => Example($"the same {i % 2}", i % 2 == 0))];
        Assert.Contains("there are 2", TextLearning.Train(Trainer, Shipped, SmallCorpus.Examples, examples, default).Reason, StringComparison.Ordinal);
    }

    private static GuildExample Example(string text, bool spam) => new() { Text = text, IsSpam = spam, AddedBy = new Snowflake(1), At = DateTimeOffset.UnixEpoch };
}
