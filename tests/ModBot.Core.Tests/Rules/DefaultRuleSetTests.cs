using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Tests.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Rules;

public sealed class DefaultRuleSetTests
{
    private readonly CompiledRuleSet rules = CompiledRuleSet.Compile(DefaultRuleSet.Create(), RuleMode.Enforce, FilterRegistry.BuiltIn);
    private readonly FilterPipeline pipeline = new();

    [Fact]
    public void Names_are_unique_and_every_filter_is_known()
    {
        RuleSet set = DefaultRuleSet.Create();
        Assert.Equal(set.Rules.Length, set.Rules.Select(rule => rule.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(set.Rules, rule => Assert.NotNull(FilterRegistry.BuiltIn.Find(rule.Filter)));
    }

    [Theory]
    [InlineData("claim your nitro https://dlscord-nitro.gift/claim", Disposition.Delete, Category.ScamLink)]
    [InlineData("my token MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB", Disposition.Delete, Category.Secret)]
    [InlineData("join discord.gg/abcdef", Disposition.Flag, Category.Invite)]
    [InlineData("hey @everyone", Disposition.Flag, Category.Mentions)]
    [InlineData("WHY IS EVERYBODY SO LOUD HERE TODAY", Disposition.Log, Category.Other)]
    public void Plain_cases_get_the_policys_verdict(string text, Disposition disposition, Category category)
    {
        Verdict verdict = Judge(OneRule.Message(text), MemberFacts.Unknown);
        Assert.Equal(disposition, verdict.Disposition);
        Assert.Contains(category, verdict.Categories);
    }

    [Fact]
    public void Standing_does_not_protect_a_scam_link() =>
        Assert.Equal(Disposition.Delete, Judge(OneRule.Message("https://dlscord-nitro.gift/claim"), MemberFacts.Trusted).Disposition);

    [Fact]
    public void A_moderators_message_is_left_alone_and_says_why()
    {
        ChatMessage message = OneRule.Message("https://dlscord-nitro.gift/claim");
        Verdict verdict = Judge(message with { Author = message.Author with { IsModerator = true } }, MemberFacts.Unknown);
        Assert.Equal(Disposition.Log, verdict.Disposition);
        Assert.NotEmpty(verdict.Exemptions);
    }

    private Verdict Judge(ChatMessage message, MemberFacts member) => pipeline.Judge(message, rules, SilentModel.Instance, member, EmptyHistory.Instance);
}
