using System.Collections.Immutable;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Tests.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Rules;

/// <summary>What a verdict does where several rules hit one message.</summary>
public sealed class ActionPlanTests
{
    private static readonly Snowflake Muted = new(77);

    [Fact]
    public void Of_sanctions_only_the_hardest_remains_and_the_rest_stands_beside_it() =>
        Assert.Equal(
            [new DeleteAction(), new NotifyAuthorAction(), new BanAction { Duration = TimeSpan.FromDays(1) }],
            Judge(
                Rule("a", Disposition.Delete, new TimeoutAction(), new KickAction()),
                Rule("b", Disposition.Delete, new BanAction { Duration = TimeSpan.FromDays(1) }, new NotifyAuthorAction())).Actions);

    [Fact]
    public void The_longest_timeout_wins_whichever_rule_comes_first()
    {
        Rule brief = Rule("a", Disposition.Delete, new TimeoutAction { Duration = TimeSpan.FromMinutes(5) });
        Rule day = Rule("b", Disposition.Delete, new TimeoutAction { Duration = TimeSpan.FromDays(1) });
        RuleAction[] expected = [new DeleteAction(), new TimeoutAction { Duration = TimeSpan.FromDays(1) }];
        Assert.Equal(expected, Judge(brief, day).Actions);
        Assert.Equal(expected, Judge(day, brief).Actions);
    }

    [Fact]
    public void Strikes_add_up_over_rules_but_count_once_for_a_rule_that_hits_twice()
    {
        Rule twice = Rule("a", Disposition.Delete, new StrikeAction { Points = 2 }) with { Options = new BlockedTermsOptions { Terms = ["apple", "pear"] } };
        Rule once = Rule("b", Disposition.Delete, new StrikeAction { Points = 3 });
        Verdict verdict = Judge(twice, once);
        Assert.Equal(5, Assert.IsType<StrikeAction>(verdict.Actions.Single(action => action.Kind == ActionKind.Strike)).Points);
    }

    [Fact]
    public void Different_roles_are_different_effects_and_one_role_is_one() =>
        Assert.Equal(
            [new DeleteAction(), new AddRoleAction { Role = Muted }, new AddRoleAction { Role = new Snowflake(78) }],
            Judge(
                Rule("a", Disposition.Delete, new AddRoleAction { Role = Muted, Duration = TimeSpan.FromHours(1) }),
                Rule("b", Disposition.Delete, new AddRoleAction { Role = Muted }, new AddRoleAction { Role = new Snowflake(78) })).Actions);

    [Fact]
    public void A_rule_may_ask_for_actions_without_deleting_or_flagging()
    {
        Verdict verdict = Judge(Rule("a", Disposition.Log, new ReplyAction { Text = "Read the rules." }));
        Assert.Equal((Disposition.Log, true), (verdict.Disposition, verdict.IsNotable));
        Assert.Equal([new ReplyAction { Text = "Read the rules." }], verdict.Actions);
        Assert.False(Judge(Rule("a", Disposition.Log)).IsNotable);
    }

    [Fact]
    public void A_rule_in_shadow_and_a_server_in_shadow_intend_and_do_nothing()
    {
        Rule rule = Rule("a", Disposition.Delete, new KickAction());
        RuleAction[] wanted = [new DeleteAction(), new KickAction()];
        Verdict shadowRule = Judge(rule with { Mode = RuleMode.Shadow });
        Assert.Empty(shadowRule.Actions);
        Assert.Equal(wanted, shadowRule.IntendedActions);
        Verdict shadowServer = Judge(RuleMode.Shadow, rule);
        Assert.Empty(shadowServer.Actions);
        Assert.Equal(wanted, shadowServer.IntendedActions);
        Assert.Single(shadowServer.Mitigations);
    }

    [Fact]
    public void Beside_a_rule_in_shadow_the_other_does_what_it_asks_and_no_more()
    {
        Verdict verdict = Judge(Rule("a", Disposition.Delete, new BanAction()) with { Mode = RuleMode.Shadow }, Rule("b", Disposition.Flag, new StrikeAction()));
        Assert.Equal([new StrikeAction(), new FlagAction()], verdict.Actions);
        Assert.Equal([new DeleteAction(), new StrikeAction(), new BanAction()], verdict.IntendedActions);
    }

    [Theory]
    [InlineData(true, Category.Other)]
    [InlineData(false, Category.SelfHarm)]
    public void A_private_flag_and_a_cry_for_help_punish_nobody(bool isPrivate, Category category)
    {
        Rule rule = Rule("a", Disposition.Flag, new StrikeAction(), new TimeoutAction(), new WarnAction(), new AddRoleAction { Role = Muted }, new LogAction()) with { Private = isPrivate, Category = category };
        Assert.Equal([new LogAction(), new FlagAction()], Judge(rule).Actions);
    }

    [Fact]
    public void A_cry_for_help_is_never_deleted()
    {
        Verdict verdict = Judge(Rule("a", Disposition.Delete, new StrikeAction()) with { Category = Category.SelfHarm });
        Assert.Equal(Disposition.Flag, verdict.Disposition);
        Assert.Equal([new FlagAction()], verdict.Actions);
    }

    [Fact]
    public void A_tripped_rule_flags_and_does_nothing_else_while_others_act()
    {
        Rule tripped = Rule("a", Disposition.Delete, new BanAction());
        Rule other = Rule("b", Disposition.Flag, new StrikeAction());
        var state = new GuildState { Trips = [new RuleTrip("a", 5, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue)] };
        Verdict verdict = Judge(RuleMode.Enforce, state, tripped, other);
        Assert.Equal([new StrikeAction(), new FlagAction()], verdict.Actions);
        Assert.Contains("5 members with standing", verdict.Mitigations.Single(), StringComparison.Ordinal);
        Assert.Equal([new LogAction()], Judge(RuleMode.Enforce, state with { Trips = [state.Trips[0] with { Rule = "x" }] }, Rule("a", Disposition.Log, new LogAction())).Actions);
    }

    [Fact]
    public void An_emergency_stop_does_nothing_and_says_who_ordered_it()
    {
        var state = new GuildState { Stop = new EmergencyStop(DateTimeOffset.MaxValue, new Snowflake(9), "mia") };
        Verdict verdict = Judge(RuleMode.Enforce, state, Rule("a", Disposition.Delete, new BanAction()));
        Assert.Equal((Disposition.Log, Disposition.Delete), (verdict.Disposition, verdict.Intended));
        Assert.Empty(verdict.Actions);
        Assert.Contains("paused by mia", verdict.Mitigations.Single(), StringComparison.Ordinal);
    }

    private static Rule Rule(string name, Disposition verdict, params ImmutableArray<RuleAction> then) => new()
    {
        Name = name,
        Filter = BlockedTermsFilter.FilterId,
        Options = new BlockedTermsOptions { Terms = ["apple"] },
        Category = Category.Other,
        Verdict = verdict,
        Then = then,
    };

    private static Verdict Judge(params ImmutableArray<Rule> rules) => Judge(RuleMode.Enforce, rules);

    private static Verdict Judge(RuleMode mode, params ImmutableArray<Rule> rules) => Judge(mode, GuildState.Calm, rules);

    private static Verdict Judge(RuleMode mode, GuildState state, params ImmutableArray<Rule> rules)
    {
        var message = new ChatMessage
        {
            Id = Snowflake.At(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)),
            ChannelId = new Snowflake(2),
            GuildId = new Snowflake(3),
            Author = new MessageAuthor { Id = new Snowflake(4), Username = "sam" },
            Content = "an apple and a pear",
        };
        CompiledRuleSet compiled = CompiledRuleSet.Compile(new RuleSet(1, rules), mode, FilterRegistry.BuiltIn).Under(state);
        return new FilterPipeline().Judge(message, compiled, new SilentModel(), MemberFacts.Unknown, EmptyHistory.Instance);
    }
}
