using ModBot.Core.Filters;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Filters;

/// <summary>Links that a rule cannot judge by itself: lists of the host, and invites of which only the platform knows where they lead.</summary>
public sealed class LookedUpLinkTests
{
    private static readonly FilterResources Known = new(
        new DomainLists([KeyValuePair.Create("phishing", new DomainSet(["bad.example"]))]),
        new Directory
        {
            ["ours"] = new InviteTarget(new Snowflake(1), IsGroup: false),
            ["friends"] = new InviteTarget(new Snowflake(77), IsGroup: false),
            ["others"] = new InviteTarget(new Snowflake(88), IsGroup: false),
            ["group"] = InviteTarget.Group,
            ["gone"] = InviteTarget.Nowhere,
        });

    [Theory]
    [InlineData("https://login.bad.example/x", "phishing", 1)]
    [InlineData("https://login.bad.example/x", "PHISHING", 1)]
    [InlineData("https://good.example/x", "phishing", 0)]
    [InlineData("https://login.bad.example/x", "absent", 0)]
    public void A_list_is_looked_up_by_its_name(string text, string list, int hits)
    {
        Assert.Equal(hits, Judge(new LinkFilter(), new LinkOptions { Mode = LinkMode.Deny, Lists = [list] }, text).Hits.Count);
        Assert.Equal(hits, Judge(new ScamLinkFilter(), new ScamLinkOptions { Lists = [list] }, text).Hits.Count);
    }

    [Fact]
    public void What_is_trusted_is_no_scam_though_a_list_has_it() =>
        Assert.Empty(Judge(new ScamLinkFilter(), new ScamLinkOptions { Lists = ["phishing"], Trusted = ["bad.example"] }, "https://bad.example/x").Hits);

    [Theory]
    [InlineData("discord.gg/ours", 0)]
    [InlineData("discord.gg/friends", 1)]
    [InlineData("discord.gg/group", 1)]
    [InlineData("discord.gg/gone", 1)]
    [InlineData("discord.gg/unheard-of", 1)]
    [InlineData("discord.gg/ours and discord.gg/others", 1)]
    public void Only_invites_to_the_server_itself_are_fine_at_first(string text, int hits) =>
        Assert.Equal(hits, Judge(new InviteFilter(), new InviteOptions(), text).Hits.Count);

    [Theory]
    [InlineData("discord.gg/friends", 0)]
    [InlineData("discord.gg/others", 1)]
    [InlineData("discord.gg/group", 0)]
    public void Servers_and_groups_may_be_allowed(string text, int hits) =>
        Assert.Equal(hits, Judge(new InviteFilter(), new InviteOptions { AllowServers = ["77"], AllowGroups = true }, text).Hits.Count);

    [Theory]
    [InlineData("discord.gg/others", 1)]
    [InlineData("discord.gg/friends", 0)]
    [InlineData("discord.gg/unheard-of", 0)]
    public void With_denied_servers_only_those_hit(string text, int hits) =>
        Assert.Equal(hits, Judge(new InviteFilter(), new InviteOptions { DenyServers = ["88"] }, text).Hits.Count);

    [Fact]
    public void Their_own_invites_can_be_unwanted_too() =>
        Assert.Single(Judge(new InviteFilter(), new InviteOptions { AllowOwn = false }, "discord.gg/ours").Hits);

    [Fact]
    public void Invites_that_nobody_knows_are_named_so_that_they_can_be_asked_for()
    {
        var pipeline = new FilterPipeline();
        CompiledRuleSet rules = Rules(new InviteFilter(), new InviteOptions());
        pipeline.Judge(OneRule.Message("discord.gg/ours discord.gg/what discord.gg/who"), rules, SilentModel.Instance, MemberFacts.Unknown, EmptyHistory.Instance, Known);
        Assert.Equal(["what", "who"], pipeline.UnresolvedInvites);
        pipeline.Judge(OneRule.Message("hello"), rules, SilentModel.Instance, MemberFacts.Unknown, EmptyHistory.Instance, Known);
        Assert.Empty(pipeline.UnresolvedInvites);
    }

    private static Verdict Judge(FilterDefinition filter, FilterOptions options, string text) =>
        new FilterPipeline().Judge(OneRule.Message(text), Rules(filter, options), SilentModel.Instance, MemberFacts.Unknown, EmptyHistory.Instance, Known);

    private static CompiledRuleSet Rules(FilterDefinition filter, FilterOptions options) => CompiledRuleSet.Compile(
        new RuleSet(1, [new Rule { Name = "only", Filter = filter.Id, Options = options, Category = Category.Other, Verdict = Disposition.Delete }]),
        RuleMode.Enforce,
        new FilterRegistry([filter]));

    private sealed class Directory : Dictionary<string, InviteTarget>, IInviteDirectory
    {
        public InviteTarget? Find(ReadOnlySpan<char> code) => this.GetValueOrDefault(code.ToString());
    }
}
