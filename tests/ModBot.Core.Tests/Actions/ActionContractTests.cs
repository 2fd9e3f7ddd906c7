using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Contracts;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Tests.Actions;

/// <summary>What every registered action must keep to.</summary>
public sealed class ActionContractTests
{
    public static TheoryData<string> Ids => [.. ActionRegistry.BuiltIn.All.Select(action => action.Id)];

    [Fact]
    public void Every_kind_and_every_record_is_registered()
    {
        IEnumerable<Type> written = typeof(RuleAction).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RuleAction)));
        ActionDefinition[] registered = [.. Enum.GetValues<ActionKind>().Select(ActionRegistry.BuiltIn.Of)];
        Assert.Equal(written.Select(type => type.Name).Order(), registered.Select(action => action.Default.GetType().Name).Order());
        Assert.Equal([ActionKind.TakeBack], registered.Except(ActionRegistry.BuiltIn.All).Select(action => action.Kind));
    }

    [Fact]
    public void What_only_ModBot_gives_a_case_is_stored_and_read_but_refused_in_rules()
    {
        Assert.Equal(new TakeBackAction(), RuleActionJson.ReadText(RuleActionJson.WriteText(new TakeBackAction())));
        var faults = new List<OptionFault>();
        Assert.Null(RuleActionJson.Read(RuleActionJson.Write(new TakeBackAction()), "then[0]", faults));
        Assert.Equal("then[0].action", Assert.Single(faults).Path);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_name_and_words_fit_a_slash_command(string id)
    {
        ActionDefinition action = Of(id);
        Assert.Matches("^[a-z][a-z-]{0,31}$", id);
        Assert.InRange(action.Description.Length, 1, 100);
        foreach (OptionSpec option in action.Schema.Options)
        {
            Assert.Matches("^[a-z][a-z-]{0,31}$", option.Name);
            Assert.InRange(option.Description.Length, 1, 100);
            Assert.NotEqual("action", option.Name);
            Assert.NotEqual("at", option.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_defaults_are_valid_but_for_what_must_be_given(string id)
    {
        ActionDefinition action = Of(id);
        Assert.Empty(action.Schema.Write(action.Default));
        string[] missing = [.. action.Schema.Options.Where(option => option.IsRequired && (option.Default is null || option.Default.GetValue<string>().Length == 0)).Select(option => option.Name)];
        Assert.Equal(missing, action.Validate(action.Default).Select(fault => fault.Path));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_option_has_bounds_that_are_kept(string id)
    {
        ActionDefinition action = Of(id);
        foreach (OptionSpec option in action.Schema.Options)
        {
            foreach (JsonNode? value in Outside(option))
            {
                var faults = new List<OptionFault>();
                Assert.Null(action.Schema.Read(new JsonObject { [option.Name] = value }, faults));
                Assert.StartsWith(option.Name, Assert.Single(faults).Path, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Any_action_survives_the_round_and_overlaps_itself()
    {
        Gen<RuleAction> actions =
            from definition in Gen.Elements<ActionDefinition>(ActionRegistry.BuiltIn.All)
            from seed in Gen.Choose(0, int.MaxValue)
            select OptionSamples.ActionOf(definition, new Random(seed));
        Prop.ForAll(Arb.From(actions), action =>
            action.Equals(RuleActionJson.ReadText(RuleActionJson.WriteText(action))) && action.Overlaps(action)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Merging_does_not_depend_on_the_order_of_rules()
    {
        Gen<(RuleAction, RuleAction)> pairs =
            from definition in Gen.Elements<ActionDefinition>(ActionRegistry.BuiltIn.All.Where(action => action.Kind is not (ActionKind.NotifyAuthor or ActionKind.Warn or ActionKind.Nickname or ActionKind.StartThread)))
            from seed in Gen.Choose(0, int.MaxValue)
            let random = new Random(seed)
            select (OptionSamples.ActionOf(definition, random), OptionSamples.ActionOf(definition, random));
        Prop.ForAll(Arb.From(pairs), pair =>
        {
            (RuleAction left, RuleAction right) = pair;
            return left.Overlaps(right) == right.Overlaps(left) && (!left.Overlaps(right) || left.Merge(right).Equals(right.Merge(left)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("""{"action":"strike","amount":3}""", """{"action":"strike","points":3}""")]
    [InlineData("""{"action":"strike","amount":0}""", """{"action":"strike"}""")]
    [InlineData("""{"action":"strike","amount":4000}""", """{"action":"strike","points":100}""")]
    [InlineData("""{"action":"timeout","amount":3600}""", """{"action":"timeout","duration":"1h"}""")]
    [InlineData("""{"action":"ban","amount":86400}""", """{"action":"ban","duration":"1d"}""")]
    [InlineData("""{"action":"kick","amount":60}""", """{"action":"kick"}""")]
    [InlineData("""{"action":"timeout","duration":90}""", """{"action":"timeout","duration":"1m30s"}""")]
    public void Former_documents_are_read(string former, string now) => Assert.Equal(now, RuleActionJson.WriteText(RuleActionJson.ReadText(former)));

    [Theory]
    [InlineData("""{"action":"explode"}""", "action")]
    [InlineData("""{}""", "action")]
    [InlineData("""{"action":"reply"}""", "text")]
    [InlineData("""{"action":"reply","text":"hello {planet}"}""", "text")]
    [InlineData("""{"action":"add-role"}""", "role")]
    [InlineData("""{"action":"add-role","role":"0"}""", "role")]
    [InlineData("""{"action":"timeout","duration":"29d"}""", "duration")]
    [InlineData("""{"action":"timeout","duration":"10"}""", "duration")]
    [InlineData("""{"action":"timeout","points":3}""", "points")]
    [InlineData("""{"action":"timeout","amount":-1}""", "amount")]
    [InlineData("""{"action":"reply","text":"x","amount":1}""", "amount")]
    [InlineData("""{"action":"add-to-counter","counter":"Big Heat"}""", "counter")]
    public void What_is_wrong_is_named_with_its_path(string text, string path)
    {
        var faults = new List<OptionFault>();
        Assert.Null(RuleActionJson.Read((JsonObject)JsonNode.Parse(text)!, "then[0]", faults));
        Assert.Equal($"then[0].{path}", Assert.Single(faults).Path);
        Assert.Throws<JsonException>(() => RuleActionJson.ReadText(text));
    }

    private static IEnumerable<JsonNode?> Outside(OptionSpec option)
    {
        yield return new JsonObject();
        switch (option.Kind)
        {
            case OptionKind.Integer:
                yield return (int)option.Minimum - 1;
                yield return (int)option.Maximum + 1;
                break;
            case OptionKind.Duration:
                yield return "soon";
                yield return (int)option.Maximum + 1;
                if (option.Minimum > 0)
                    yield return (int)option.Minimum - 1;
                break;
            case OptionKind.Text:
                yield return new string('x', (int)option.Maximum + 1);
                break;
            case OptionKind.Choice:
                yield return "no-such-choice";
                break;
            case OptionKind.Channel or OptionKind.Role:
                yield return "general";
                break;
        }
    }

    private static ActionDefinition Of(string id) => ActionRegistry.BuiltIn.Find(id)!;
}
