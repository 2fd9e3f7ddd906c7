using System.Text;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Contracts;

/// <summary>What every trainer and its models keep to, whatever they are made of.</summary>
public abstract class SpamModelContract
{
    /// <summary>The name in configuration and versions.</summary>
    protected abstract string Id { get; }

    protected abstract ISpamModelTrainer Create();

    /// <summary>The trainer with examples that it knows beforehand.</summary>
    protected abstract ISpamModelTrainer CreateWith(IReadOnlyList<LabelledText> prior);

    [Fact]
    public void The_trainer_has_its_configured_name() => Assert.Equal(Id, Create().Id);

    [Fact]
    public void Same_examples_in_the_same_order_give_the_same_artifact() =>
        Assert.Equal(Bytes(Trained()), Bytes(Trained()));

    [Fact]
    public void The_version_names_trainer_and_source_in_at_most_64_characters()
    {
        Assert.StartsWith($"{Id}-", Trained("3f9a02c4").Version, StringComparison.Ordinal);
        Assert.EndsWith("-3f9a02c4", Trained("3f9a02c4").Version, StringComparison.Ordinal);
        Assert.Equal(64, Trained(new string('x', 500)).Version.Length);
        Assert.DoesNotContain(Trained("a b\r\nc\u00e9").Version, letter => letter is <= ' ' or >= '\x7f');
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(5, 1)]
    [InlineData(0, 0)]
    public void Too_few_examples_of_a_label_are_refused(int spam, int ham) =>
        Assert.Throws<ArgumentException>(() => Create().Train(Few(spam, ham), "few", CancellationToken.None));

    [Fact]
    public void Two_examples_of_each_label_are_enough()
    {
        ISpamModel model = Create().Train(Few(2, 2), "two", CancellationToken.None);
        Assert.InRange(model.Score(View("anything")).Spam, 0, 1);
    }

    [Fact]
    public void What_was_learnt_is_told_apart()
    {
        ISpamModel model = Trained();
        Assert.True(model.Score(View("claim your free gift card now at gift-winner.example")).Spam > model.Score(View("who is coming to practice on sunday?")).Spam);
        foreach (LabelledText example in ContractCorpus.Examples)
            Assert.True(example.IsSpam == model.Score(View(example.Text)).Spam > 0.5f, example.Text);
    }

    [Fact]
    public void Folded_spellings_score_as_the_plain_one()
    {
        ISpamModel model = Trained();
        float plain = model.Score(View("claim your free gift card")).Spam;
        foreach (string disguised in new[] { "ｃｌａｉｍ ｙｏｕｒ ｆｒｅｅ ｇｉｆｔ ｃａｒｄ", "𝓬𝓵𝓪𝓲𝓶 𝔂𝓸𝓾𝓻 𝓯𝓻𝓮𝓮 𝓰𝓲𝓯𝓽 𝓬𝓪𝓻𝓭", "cla\u200bim your fr\u200bee gift card" })
            Assert.True(model.Score(View(disguised)).Spam > plain / 2, disguised);
    }

    [Fact]
    public void A_saved_model_comes_back_as_it_was()
    {
        ISpamModel model = Trained();
        using var stream = new MemoryStream(Bytes(model));
        ISpamModel loaded = Create().Load(stream);
        Assert.Equal(model.Version, loaded.Version);
        Assert.Equal(Bytes(model), Bytes(loaded));
        foreach (LabelledText example in ContractCorpus.Examples)
        {
            Assert.Equal(model.Score(View(example.Text)), loaded.Score(View(example.Text)));
            Assert.Equal(model.Explain(View(example.Text), 5), loaded.Explain(View(example.Text), 5));
        }
    }

    [Fact]
    public void A_damaged_artifact_is_refused_wherever_the_damage_is()
    {
        byte[] whole = Bytes(Trained());
        var random = new Random(7);
        for (int i = 0; i < 40; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i < 20 ? i * 2 : random.Next(whole.Length)] ^= 0x20;
            Assert.Throws<InvalidDataException>(() => Load(damaged));
        }

        foreach (int length in new[] { 0, 1, 3, 20, 41, 42, 43, whole.Length / 2, whole.Length - 1 })
            Assert.Throws<InvalidDataException>(() => Load(whole[..length]));
        Assert.Throws<InvalidDataException>(() => Load([.. whole, 0]));
        Assert.Throws<InvalidDataException>(() => Load(Encoding.UTF8.GetBytes("{\"not\":\"a model, but long enough to hold a header and more\"}")));
    }

    [Fact]
    public void Every_text_gets_probabilities()
    {
        ISpamModel model = Trained();
        var random = new Random(11);
        string[] texts = ["", " ", "\0", "\ud800", "\u202e\u200b\ufe0f", new string('a', 20_000), string.Concat(Enumerable.Repeat("https://example.com ", 500)), .. Enumerable.Range(0, 200).Select(_ => Noise(random))];
        foreach (string text in texts)
        {
            ModelScores scores = model.Score(View(text));
            foreach (Category category in Enum.GetValues<Category>())
                Assert.InRange(scores[category], 0, 1);
        }
    }

    [Fact]
    public void Threads_share_a_model()
    {
        ISpamModel model = Trained();
        ModelScores[] alone = [.. ContractCorpus.Examples.Select(example => model.Score(View(example.Text)))];
        Parallel.For(0, 8, _ =>
        {
            var view = new TextViews();
            for (int round = 0; round < 20; round++)
            {
                for (int i = 0; i < alone.Length; i++)
                {
                    view.Load(ContractCorpus.Examples[i].Text);
                    Assert.Equal(alone[i], model.Score(view));
                }
            }
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    public void An_explanation_names_the_strongest_terms_first(int count)
    {
        IReadOnlyList<ModelTerm> terms = Trained().Explain(View("claim your FREE gift card now at https://gift-winner.example"), count);
        Assert.Equal(count, terms.Count);
        Assert.Equal(terms.OrderByDescending(term => MathF.Abs(term.Weight)).Select(term => MathF.Abs(term.Weight)), terms.Select(term => MathF.Abs(term.Weight)));
        Assert.All(terms, term => Assert.False(string.IsNullOrWhiteSpace(term.Feature)));
    }

    [Fact]
    public void A_head_without_positives_says_0()
    {
        ModelScores scores = Trained().Score(View("you are all worthless"));
        Assert.Equal([0, 0, 0, 0, 0, 0], new[] { scores.Hate, scores.Slur, scores.Threat, scores.Harassment, scores.Sexual, scores.SelfHarm });
    }

    [Fact]
    public void Abuse_is_not_learnt_from_examples_where_nobody_looked_for_it()
    {
        LabelledText threat = new("i will find you and hurt you tonight", false, CategorySet.Of(Category.Threat), "threats", true);
        LabelledText[] looked = [.. ContractCorpus.Examples, threat, threat with { Text = "watch your back, i know where you live and i will hurt you" }];
        LabelledText[] unlooked = [.. looked.Select(example => example with { HasAbuseLabels = false })];
        Assert.True(Create().Train(looked, "looked", CancellationToken.None).Score(View(threat.Text)).Threat > 0);
        Assert.Equal(0, Create().Train(unlooked, "unlooked", CancellationToken.None).Score(View(threat.Text)).Threat);
    }

    [Fact]
    public void A_prior_helps_where_data_is_scarce()
    {
        LabelledText[] data = [.. Few(3, 3).Select(example => example with { Family = "", HasAbuseLabels = false })];
        ISpamModel model = CreateWith(ContractCorpus.Examples).Train(data, "data", CancellationToken.None);
        Assert.True(model.Score(View("passive income from home, message me on telegram")).Spam > model.Score(View("did anyone finish the homework?")).Spam);
    }

    [Fact]
    public void Training_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Create().Train(ContractCorpus.Examples, "stopped", stop.Token));
    }

    private static TextViews View(string text)
    {
        var view = new TextViews();
        view.Load(text);
        return view;
    }

    private static byte[] Bytes(ISpamModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static LabelledText[] Few(int spam, int ham) =>
        [.. ContractCorpus.Examples.Where(example => example.IsSpam).Take(spam), .. ContractCorpus.Examples.Where(example => !example.IsSpam).Take(ham)];

    private static string Noise(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(60); i > 0; i--)
            text.Append((char)random.Next(1, 0x10000));
        return text.ToString();
    }

    private ISpamModel Trained(string source = "contract") => Create().Train(ContractCorpus.Examples, source, CancellationToken.None);

    private void Load(byte[] artifact)
    {
        using var stream = new MemoryStream(artifact);
        Create().Load(stream);
    }
}
