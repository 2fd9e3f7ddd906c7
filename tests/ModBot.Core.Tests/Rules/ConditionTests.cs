using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Conditions;
using ModBot.Core.Tests.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Rules;

public sealed class ConditionTests
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);

    /// <summary>A member of two days with an account of ten, two roles, three strikes and a counter, in a thread.</summary>
    private static readonly ChatMessage Message = Sample();

    private static readonly MemberFacts Member = new(Message.Author.JoinedAt, 5) { Strikes = 3, Counters = new Dictionary<string, double>(StringComparer.Ordinal) { ["heat"] = 2.5 }, Raid = RaidLevel.Medium };

    [Theory]
    [InlineData("""{"roles-any":["11","99"]}""", true)]
    [InlineData("""{"roles-any":["98","99"]}""", false)]
    [InlineData("""{"roles-all":["10","11"]}""", true)]
    [InlineData("""{"roles-all":["10","99"]}""", false)]
    [InlineData("""{"roles-none":["98","99"]}""", true)]
    [InlineData("""{"roles-none":["11"]}""", false)]
    [InlineData("""{"channels":["2"]}""", true)]
    [InlineData("""{"channels":["20"]}""", true)]
    [InlineData("""{"channels":["3"]}""", false)]
    [InlineData("""{"categories":["30"]}""", true)]
    [InlineData("""{"categories":["20"]}""", false)]
    [InlineData("""{"thread":true}""", true)]
    [InlineData("""{"thread":false}""", false)]
    [InlineData("""{"edited":false}""", true)]
    [InlineData("""{"forward":true}""", false)]
    [InlineData("""{"attachments":true}""", true)]
    [InlineData("""{"reply":true}""", true)]
    [InlineData("""{"bot":false}""", true)]
    [InlineData("""{"webhook":true}""", false)]
    [InlineData("""{"avatar":false}""", true)]
    [InlineData("""{"account-over":"9d"}""", true)]
    [InlineData("""{"account-over":"11d"}""", false)]
    [InlineData("""{"account-under":"11d"}""", true)]
    [InlineData("""{"member-over":"2d"}""", true)]
    [InlineData("""{"member-under":"2d"}""", false)]
    [InlineData("""{"strikes-at-least":3}""", true)]
    [InlineData("""{"strikes-below":3}""", false)]
    [InlineData("""{"counter":{"name":"heat","at-least":2.5}}""", true)]
    [InlineData("""{"counter":{"name":"heat","below":2}}""", false)]
    [InlineData("""{"counter":{"name":"other","below":1}}""", true)]
    [InlineData("""{"raid-at-least":"medium"}""", true)]
    [InlineData("""{"raid-below":"medium"}""", false)]
    [InlineData("""{"attachments":true,"strikes-below":3}""", false)]
    [InlineData("""{"any":[{"strikes-below":3},{"attachments":true}]}""", true)]
    [InlineData("""{"any":[{"strikes-below":3},{"attachments":false}]}""", false)]
    [InlineData("""{"all":[{"strikes-at-least":3},{"attachments":true}]}""", true)]
    [InlineData("""{"not":{"channels":["3"]}}""", true)]
    [InlineData("""{"not":[{"channels":["3"]},{"attachments":true}]}""", false)]
    [InlineData("""{"not":{"any":[{"channels":["2"]},{"bot":true}]}}""", false)]
    public void A_condition_holds_or_does_not(string json, bool holds)
    {
        RuleCondition condition = Read(json);
        Assert.Equal(holds, condition.Holds(Message, Member));
        Assert.NotEmpty(condition.Describe());
        if (!holds)
            Assert.NotEmpty(condition.Explain(Message, Member));
    }

    [Fact]
    public void What_asks_about_a_message_does_not_hold_for_what_is_none()
    {
        var arrival = new MemberArrival { Id = Message.Author.Id, GuildId = Message.GuildId, Author = Message.Author, HappenedAt = Message.At };
        foreach (string key in (string[])["edited", "forward", "attachments", "reply"])
        {
            Assert.False(Read($$"""{"{{key}}":true}""").Holds(arrival, Member));
            Assert.False(Read($$"""{"{{key}}":false}""").Holds(arrival, Member));
        }

        Assert.True(Read("""{"account-under":"11d"}""").Holds(arrival, Member));
    }

    [Fact]
    public void A_rule_whose_condition_does_not_hold_says_which_part()
    {
        Rule rule = Rule("""{"all":[{"attachments":true},{"strikes-below":3},{"member-under":"1d"}]}""");
        CompiledRuleSet rules = CompiledRuleSet.Compile(new RuleSet(1, [rule]), RuleMode.Enforce, FilterRegistry.BuiltIn);
        Verdict verdict = new FilterPipeline().Judge(Message, rules, SilentModel.Instance, Member, EmptyHistory.Instance);
        Assert.Empty(verdict.Hits);
        Assert.StartsWith("only: the rule looks only where", Assert.Single(verdict.Exemptions), StringComparison.Ordinal);
        Assert.Equal(
            "only: the rule looks only where (the author's strike points are below 3 and the author has been a member for less than 1d)",
            rules.Rules[0].WhyNot(Message, Member, EmptyHistory.Instance));
        Assert.Null(rules.Rules[0].WhyNot(Message, Member with { Strikes = 0 }, EmptyHistory.Instance) is { } why && why.Contains("strike", StringComparison.Ordinal) ? why : null);
    }

    [Fact]
    public void Conditions_are_read_as_they_were_written()
    {
        RuleCondition[] leaves = [.. ConditionJson.Keys.Where(key => key is not ("all" or "any" or "not")).Select(key => Read($$"""{"{{key}}":{{ValueOf(key)}}}"""))];
        Assert.Equal(ConditionJson.Keys.Length - 3, leaves.Length);
        var tree = new ConditionGroup(GroupKind.Any, [.. leaves, new ConditionGroup(GroupKind.Not, [new ConditionGroup(GroupKind.All, [leaves[0], leaves[1]])])]);
        Rule rule = Rule("""{"bot":false}""") with { When = tree, Cooldown = TimeSpan.FromMinutes(5), On = OccurrenceKinds.Message };
        var faults = new List<OptionFault>();
        Rule? read = Json.ReadRule(JsonNode.Parse(Json.WriteRule(rule with { Scope = RuleScope.Everywhere with { IncludeBots = true } }).ToJsonString())!.AsObject(), "", faults);
        Assert.Empty(faults);
        Assert.Equal(tree, read!.When);
        Assert.Equal((rule.Cooldown, rule.On), (read.Cooldown, read.On));
    }

    [Theory]
    [InlineData("""{"roles":["1"]}""", "when.roles", "unknown condition")]
    [InlineData("""{}""", "when", "one or more of")]
    [InlineData("""[]""", "when", "one or more of")]
    [InlineData("""{"roles-any":[]}""", "when.roles-any", "1 to 500 ids")]
    [InlineData("""{"roles-any":[5]}""", "when.roles-any[0]", "must be an id")]
    [InlineData("""{"all":[{"thread":"yes"}]}""", "when.all[0].thread", "true or false")]
    [InlineData("""{"any":[]}""", "when.any", "1 to 50 conditions")]
    [InlineData("""{"account-over":"soon"}""", "when.account-over", "a time such as")]
    [InlineData("""{"strikes-at-least":-1}""", "when.strikes-at-least", "a number from 0")]
    [InlineData("""{"counter":{"name":"Heat","at-least":1}}""", "when.counter.name", "a-z, 0-9")]
    [InlineData("""{"counter":{"name":"heat"}}""", "when.counter.at-least", "either at-least or below")]
    [InlineData("""{"counter":"heat"}""", "when.counter", "must be an object")]
    [InlineData("""{"raid-at-least":"huge"}""", "when.raid-at-least", "must be one of")]
    [InlineData("""{"any":[{"thread":true},{"bot":true}]}""", "when", "include-bots")]
    [InlineData("""{"not":{"not":{"not":{"not":{"thread":true}}}}}""", "when.not.not.not.not", "4 deep at most")]
    public void Every_fault_is_named_with_its_path(string json, string path, string message)
    {
        var faults = new List<OptionFault>();
        Assert.Null(Json.ReadRule(Document(json), "", faults));
        OptionFault fault = Assert.Single(faults);
        Assert.Equal(path, fault.Path);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_has_at_most_fifty_conditions()
    {
        string many = string.Join(',', Enumerable.Repeat("""{"thread":true}""", 25));
        var faults = new List<OptionFault>();
        Assert.Null(Json.ReadRule(Document($$"""{"any":[{"any":[{{many}}]},{"any":[{{many}}]}]}"""), "", faults));
        Assert.Contains("more than 50", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cooldown_leaves_an_author_alone_after_a_hit_and_nobody_else()
    {
        Rule rule = Rule("""{"bot":false}""") with { Cooldown = TimeSpan.FromMinutes(10) };
        CompiledRuleSet rules = CompiledRuleSet.Compile(new RuleSet(1, [rule]), RuleMode.Enforce, FilterRegistry.BuiltIn);
        var history = new BehaviourHistory();
        history.Keep(rules.History);
        Assert.Single(Take(0, 3).Hits);
        Verdict second = Take(60, 3);
        Assert.Empty(second.Hits);
        Assert.Equal(["only: the rule hit the author less than 10m ago"], second.Exemptions);
        Assert.Single(Take(61, 4).Hits);
        Assert.Single(Take(601, 3).Hits);

        Verdict Take(int second, ulong author)
        {
            ChatMessage message = OneRule.Message("hello", second);
            message = message with { Author = message.Author with { Id = new Snowflake(author) } };
            Verdict verdict = new FilterPipeline().Judge(message, rules, SilentModel.Instance, Member, history);
            history.Observe(message, verdict);
            return verdict;
        }
    }

    [Fact]
    public void A_rule_of_texts_can_look_at_names_and_others_cannot()
    {
        var faults = new List<OptionFault>();
        Rule? rule = Json.ReadRule(JsonNode.Parse("""{"name":"names","filter":"blocked-terms","options":{"terms":["badword"]},"on":["names"]}""")!.AsObject(), "", faults);
        Assert.Empty(faults);
        CompiledRuleSet rules = CompiledRuleSet.Compile(new RuleSet(1, [rule!]), RuleMode.Enforce, FilterRegistry.BuiltIn);
        var rename = new MemberRename { Id = Message.Author.Id, GuildId = Message.GuildId, Author = Message.Author with { Nickname = "b a d w o r d" }, HappenedAt = Message.At };
        Hit hit = Assert.Single(new FilterPipeline().Judge(rename, rules, SilentModel.Instance, Member, EmptyHistory.Instance).Hits);
        Assert.Equal(SurfaceKind.Nickname, Assert.Single(hit.Evidence).Surface);
        Assert.Empty(new FilterPipeline().Judge(OneRule.Message("badword"), rules, SilentModel.Instance, Member, EmptyHistory.Instance).Hits);
        Assert.Null(Json.ReadRule(JsonNode.Parse("""{"name":"x","filter":"flood","on":["names"]}""")!.AsObject(), "", faults));
        Assert.Equal("on[0]: the filter flood cannot look at that; it can at message, thread-created", Assert.Single(faults).ToString());
    }

    private static ChatMessage Sample()
    {
        ChatMessage message = OneRule.Message("hello");
        return message with
        {
            ParentChannelId = new Snowflake(20),
            CategoryId = new Snowflake(30),
            Type = 19,
            Attachments = [new MessageAttachment("a.png", null, null, 1)],
            Author = new MessageAuthor { Id = Snowflake.At(message.At.AddDays(-10)), Username = "someone", JoinedAt = message.At.AddDays(-2), RoleIds = [new Snowflake(10), new Snowflake(11)], HasAvatar = false },
        };
    }

    private static string ValueOf(string key) => key switch
    {
        "roles-any" or "roles-all" or "roles-none" or "channels" or "categories" => """["5","6"]""",
        "account-over" or "account-under" or "member-over" or "member-under" => "\"1d12h\"",
        "strikes-at-least" or "strikes-below" => "2.5",
        "counter" => """{"name":"heat","below":3}""",
        "raid-at-least" or "raid-below" => "\"high\"",
        "bot" => "false",
        _ => "true",
    };

    private static RuleCondition Read(string json) => Rule(json).When!;

    private static Rule Rule(string when)
    {
        var faults = new List<OptionFault>();
        Rule? rule = Json.ReadRule(Document(when), "", faults);
        Assert.Empty(faults);
        return rule!;
    }

    private static JsonObject Document(string when) => JsonNode.Parse($$"""{"name":"only","filter":"any-message","verdict":"flag","when":{{when}}}""")!.AsObject();
}
