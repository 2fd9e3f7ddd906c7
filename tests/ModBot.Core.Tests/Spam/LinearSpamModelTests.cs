using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Core.Tests.Spam;

public sealed class LinearSpamModelTests(SeedModel seeds) : IClassFixture<SeedModel>
{
    private readonly ISpamModel model = seeds.Model;

    [Fact]
    public void Corpus_has_no_faults() => Assert.Empty(seeds.Faults);

    [Theory]
    [InlineData("lost your crypto? this recovery expert got mine back in 48 hours, write him on telegram @coinfixer")]
    [InlineData("hi dear, earn $300 daily with bitcoin trading, no experience needed, DM me on whatsapp to start")]
    [InlineData("WINNER!! your number was drawn for a £1000 cash prize, call 09061701461 to claim, code KL341, 150p/min")]
    public void Plain_spam_reaches_the_delete_threshold(string text) => Assert.True(Spam(text) >= 0.9, $"{Spam(text)}");

    [Theory]
    [InlineData("Make $7k a month from your laptop like I do, no boss and no experience. This is what I do...")]
    [InlineData("FREE NITRO for 3 months!! claim here before it's gone https://discorcl-nitro.gift/claim")]
    [InlineData("ＦＲＥＥ ＮＩＴＲＯ for all, claim: discorcl-nitro.gift")]
    public void Spam_reaches_the_flag_threshold(string text) => Assert.True(Spam(text) >= 0.6, $"{Spam(text)}");

    [Theory]
    [InlineData("my boss makes seven grand a month and still borrows my pens")]
    [InlineData("does nitro let you upload bigger files or is that only boosts?")]
    [InlineData("the telegram bot crashes when the webhook times out, any idea?")]
    [InlineData("i lost my keys twice this week")]
    [InlineData("")]
    public void Plain_ham_scores_low(string text) => Assert.True(Spam(text) < 0.5, $"{Spam(text)}");

    [Theory]
    [InlineData("i'm going to find out where you live and hurt you", Verdicts.Category.Threat)]
    [InlineData("you are a worthless idiot and nobody here likes you", Verdicts.Category.Harassment)]
    [InlineData("i don't want to live anymore, i keep cutting myself", Verdicts.Category.SelfHarm)]
    [InlineData("i want to see you naked, send nudes", Verdicts.Category.Sexual)]
    [InlineData("people like them should be wiped out, they are vermin", Verdicts.Category.Hate)]
    public void Each_kind_of_abuse_has_its_own_probability(string text, Verdicts.Category category)
    {
        Assert.True(model.Score(SeedModel.View(text))[category] >= 0.5);
        Assert.True(model.Score(SeedModel.View("the boss kills me every time in phase two"))[category] < 0.1);
    }

    [Fact]
    public void Any_text_scores_between_0_and_1()
    {
        Prop.ForAll<string?>(text =>
        {
            ModelScores scores = model.Score(SeedModel.View(text ?? ""));
            return Enum.GetValues<Verdicts.Category>().All(category => scores[category] is >= 0 and <= 1);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(8_193)]
    [InlineData(100_000)]
    public void Long_texts_score_too(int length) =>
        Assert.InRange(Spam(string.Concat(Enumerable.Range(0, length).Select(index => (char)('a' + (index * 7 % 26))))), 0, 1);

    [Fact]
    public void Scoring_allocates_nothing()
    {
        TextViews[] views = [.. seeds.Examples.Take(300).Select(example => SeedModel.View(example.Text))];
        float sum = ScoreAll(views);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += ScoreAll(views);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    [Fact]
    public void Threads_share_a_model()
    {
        float[] alone = [.. seeds.Examples.Take(400).Select(example => Spam(example.Text))];
        var together = new float[alone.Length];
        Parallel.For(0, alone.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, index => together[index] = Spam(seeds.Examples[index].Text));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Explanation_names_what_a_person_can_find_in_the_text()
    {
        IReadOnlyList<ModelTerm> terms = model.Explain(SeedModel.View("Earn $500 a day, DM me on Telegram"), 1000);
        Assert.Contains(terms, term => term is { Feature: "\"dm\"", Weight: > 0 });
        Assert.Contains(terms, term => term.Feature == "words \"dm me\"");
        Assert.Contains(terms, term => term.Feature == "money amount");
        Assert.Equal(terms.OrderByDescending(term => Math.Abs(term.Weight)).Select(term => term.Weight), terms.Select(term => term.Weight));
        Assert.Equal(3, model.Explain(SeedModel.View("Earn $500 a day, DM me on Telegram"), 3).Count);
    }

    [Fact]
    public void Explained_terms_add_up_to_the_score()
    {
        TextViews one = SeedModel.View("free gift for you");
        TextViews other = SeedModel.View("see you at school tomorrow");
        double difference = LogOdds(model.Score(one).Spam) - LogOdds(model.Score(other).Spam);
        double explained = model.Explain(one, int.MaxValue).Sum(term => term.Weight) - model.Explain(other, int.MaxValue).Sum(term => term.Weight);
        Assert.Equal(difference, explained, 0.02);
    }

    [Fact]
    public void Unknown_words_do_not_raise_a_score() =>
        Assert.True(Spam("zorgle blimfax quontrip vexnal") < 0.2);

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private float Spam(string text) => model.Score(SeedModel.View(text)).Spam;

    private float ScoreAll(TextViews[] views)
    {
        float sum = 0;
        foreach (TextViews view in views)
            sum += model.Score(view).Spam;
        return sum;
    }
}
