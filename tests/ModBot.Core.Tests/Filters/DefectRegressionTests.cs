using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Filters;

/// <summary>Defects that other moderation bots have had, by name.</summary>
public sealed class DefectRegressionTests
{
    [Fact]
    public void An_allowlisted_link_does_not_end_the_look_at_the_next()
    {
        var rule = new OneRule(new LinkFilter(), new LinkOptions { Mode = LinkMode.Allow, Domains = ["example.com"] });
        Assert.Equal(["https://other.org"], rule.Found("https://example.com and https://other.org and https://a.example.com"));
        Assert.Equal(["https://other.org"], rule.Found("https://other.org and https://example.com"));
    }

    [Fact]
    public void An_allowed_invite_does_not_end_the_look_at_the_next()
    {
        var rule = new OneRule(new InviteFilter(), new InviteOptions { Allow = ["ours"] });
        Assert.Equal(["discord.gg/theirs"], rule.Found("discord.gg/ours discord.gg/theirs"));
    }

    [Fact]
    public void An_allowed_term_exempts_its_own_span_only()
    {
        var rule = new OneRule(new BlockedTermsFilter(), new BlockedTermsOptions { Terms = ["*cunt*"], Allow = ["scunthorpe"] });
        Assert.Equal(["cunt"], rule.Found("Scunthorpe cunt Scunthorpe"));
        Assert.Empty(rule.Found("Scunthorpe, SCUNTHORPE"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public void Every_embed_and_attachment_is_inspected(int index)
    {
        string[] clean = [.. Enumerable.Repeat("clean", 10)];
        string[] texts = [.. clean.Select((text, i) => i == index ? "badword" : text)];
        var rule = new OneRule(new BlockedTermsFilter(), new BlockedTermsOptions { Terms = ["badword"] });
        ChatMessage embeds = OneRule.Message("x") with { Embeds = [.. texts.Select(text => new MessageEmbed(["title", text], []))] };
        ChatMessage names = OneRule.Message("x") with { Attachments = [.. texts.Select(text => new MessageAttachment($"{text}.png", null, null, 1))] };
        ChatMessage descriptions = OneRule.Message("x") with { Attachments = [.. texts.Select(text => new MessageAttachment("a.png", text, null, 1))] };
        ChatMessage forward = OneRule.Message("x") with { Forwards = [new ForwardedMessage("", [.. texts.Select(text => new MessageEmbed([text], []))], [])] };
        foreach (ChatMessage message in (ChatMessage[])[embeds, names, descriptions, forward])
            Assert.Equal(index, Assert.Single(Assert.Single(rule.Judge(message).Hits).Evidence).SurfaceIndex % 10);
    }

    [Fact]
    public void Every_embeds_link_is_inspected()
    {
        var rule = new OneRule(new LinkFilter(), new LinkOptions { Mode = LinkMode.Deny, Domains = ["bad.example"] });
        ChatMessage message = OneRule.Message("see https://good.example") with { Embeds = [new MessageEmbed([], ["https://good.example"]), new MessageEmbed([], ["https://bad.example/x"])] };
        Assert.Equal("https://bad.example/x", Assert.Single(Assert.Single(rule.Judge(message).Hits).Evidence).Original);
    }

    [Fact]
    public void Role_mentions_count()
    {
        var rule = new OneRule(new MentionFilter());
        Snowflake[] roles = [.. Enumerable.Range(1, 4).Select(id => new Snowflake((ulong)id))];
        Assert.Single(rule.Judge(OneRule.Message("x") with { MentionedRoles = roles }).Hits);
        Assert.Empty(rule.Judge(OneRule.Message("x") with { MentionedRoles = roles[..3] }).Hits);
    }

    [Fact]
    public void Identical_messages_are_those_with_the_same_content()
    {
        var rule = new OneRule(new RepeatFilter());
        string[] different = ["look at this sunset", "my new keyboard arrived", "the cat sleeps on my desk", "what do you think of it"];
        for (int i = 0; i < different.Length; i++)
        {
            ChatMessage message = OneRule.Message(different[i], i) with { Attachments = [new MessageAttachment("image.png", null, "image/png", 100)] };
            Assert.Empty(rule.Judge(message).Hits);
            rule.History.Observe(message);
        }
    }

    [Theory]
    [InlineData(3_600)]
    [InlineData(21_000)]
    public void Windows_are_as_long_as_they_are_written(int secondsApart)
    {
        var options = new RepeatFilterOptions { Count = 4, Within = TimeSpan.FromDays(1) };
        var rule = new OneRule(new RepeatFilter(), options);
        for (int i = 0; i < 3; i++)
        {
            ChatMessage message = OneRule.Message("come and join my new server", i * secondsApart);
            Assert.Empty(rule.Judge(message).Hits);
            rule.History.Observe(message);
        }

        Assert.Single(rule.Judge(OneRule.Message("come and join my new server", 3 * secondsApart)).Hits);
    }

    [Fact]
    public void Counts_are_not_cut_short()
    {
        var rule = new OneRule(new FloodFilter(), new FloodFilterOptions { Count = 1_000, Within = TimeSpan.FromDays(1) });
        for (int i = 0; i < 998; i++)
            rule.History.Observe(OneRule.Message("x", i * 86));
        Assert.Empty(rule.Judge(OneRule.Message("x", 998 * 86)).Hits);
        rule.History.Observe(OneRule.Message("x", 998 * 86));
        Assert.Single(rule.Judge(OneRule.Message("x", 999 * 86)).Hits);
    }

    [Theory]
    [InlineData("ass", "assist class assassin bass", 0)]
    [InlineData("fuck", "f*ck", 1)]
    [InlineData("hell", "hello, shell", 0)]
    [InlineData("sex", "Essex", 0)]
    public void Words_have_edges_even_with_masks(string term, string text, int hits) =>
        Assert.Equal(hits, new OneRule(new BlockedTermsFilter(), new BlockedTermsOptions { Terms = [term] }).Judge(text).Hits.Count);

    [Fact]
    public void One_filter_that_throws_does_not_hide_what_the_others_see()
    {
        var pipeline = new FilterPipeline();
        var registry = new FilterRegistry([new BrokenFilter(), new CapsFilter()]);
        Rule[] rules =
        [
            new() { Name = "broken", Filter = "broken", Options = new BrokenOptions(), Category = Category.Other, Verdict = Disposition.Delete },
            new() { Name = "caps", Filter = "caps", Options = new CapsFilter().DefaultOptions, Category = Category.Other, Verdict = Disposition.Flag },
        ];
        CompiledRuleSet compiled = CompiledRuleSet.Compile(new RuleSet(1, [.. rules]), RuleMode.Enforce, registry);
        Verdict verdict = pipeline.Judge(OneRule.Message("THIS IS MUCH TOO LOUD FOR US"), compiled, SilentModel.Instance, MemberFacts.Unknown, EmptyHistory.Instance);
        Assert.Equal("caps", Assert.Single(verdict.Hits).Rule);
        Assert.Equal("broken", Assert.Single(verdict.Errors).Rule);
    }

    private sealed record BrokenOptions : FilterOptions;

    private sealed class BrokenFilter : FilterDefinition<BrokenOptions>
    {
        public override string Id => "broken";

        public override string Description => "Throws.";

        public override IReadOnlyList<FilterExample> Examples => [];

        protected override OptionSchema<BrokenOptions> Options { get; } = new();

        protected override ICompiledFilter Compile(BrokenOptions options, FilterCompilation compilation) => new Compiled();

        private sealed class Compiled : ICompiledFilter
        {
            public void Inspect(Inspection inspection, HitSink hits) => throw new InvalidOperationException("broken");
        }
    }
}
