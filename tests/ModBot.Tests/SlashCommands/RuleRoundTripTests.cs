using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Contracts;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Documents;
using ModBot.SlashCommands.Rules;

namespace ModBot.Tests.SlashCommands;

/// <summary>Whatever a rule can say can be typed in commands and written in YAML, and comes out the same.</summary>
public sealed class RuleRoundTripTests
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);
    private static readonly RuleEditor Editor = new(Json);

    private static Gen<string> Texts => Gen.OneOf(
        Gen.Elements("a, b", "[x]", "\"x\"", " x ", "x;y", "a=b", "a \"b\" c", "\\", "x\\", "one\ntwo", "#5", "<#5>", "{user}: no", "𝓯", ",", ", a", "-", "off"),
        ArbMap.Default.GeneratorFor<NonWhiteSpaceString>().Select(text => text.Get.Replace('\0', 'x')).Where(text => !text.Any(char.IsSurrogate)));

    [Fact]
    public void A_rule_set_goes_through_yaml_and_back() => Prop.ForAll(Arb.From(RuleSamples.Sets), rules =>
    {
        var faults = new List<DocumentFault>();
        ReadDocument? read = new RuleDocument(Json).Read(new RuleExport(Json).Write(rules, [], DocumentFormat.Yaml), faults);
        return faults.Count == 0 && Json.Write(read!.Rules) == Json.Write(rules);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rule_goes_through_the_values_of_commands_and_back() => Prop.ForAll(Arb.From(RuleSamples.Rules), rule =>
    {
        FilterDefinition filter = FilterRegistry.BuiltIn.Find(rule.Filter)!;
        var bare = new Rule { Name = rule.Name, Filter = filter.Id, Options = filter.DefaultOptions, Category = Category.Other, Verdict = Disposition.Flag };
        var faults = new List<OptionFault>();
        Rule? typed = Editor.Set(
            bare,
            RuleFields.Of(filter).Select(field => (Field: field, Text: FieldText.Write(field, Editor.Get(rule, field)))).Where(pair => pair.Text.Length > 0).Select(pair => (pair.Field, FieldText.Read(pair.Field, pair.Text))),
            faults);
        return (faults.Count == 0 && Same(rule, typed!)).Label($"{Json.WriteRule(rule)}\n{string.Join('\n', faults)}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rule_goes_through_the_options_of_one_command_and_back() => Prop.ForAll(Arb.From(RuleSamples.Rules), rule =>
    {
        FilterDefinition filter = FilterRegistry.BuiltIn.Find(rule.Filter)!;
        var bare = new Rule { Name = rule.Name, Filter = filter.Id, Options = filter.DefaultOptions, Category = Category.Other, Verdict = Disposition.Flag };
        string options = string.Join(' ', RuleFields.Of(filter).Select(field => (field.Name, Text: FieldText.Write(field, Editor.Get(rule, field)))).Where(pair => pair.Text.Length > 0).Select(pair => PairText.Write(pair.Name, pair.Text)));
        var faults = new List<OptionFault>();
        Rule? typed = Editor.Set(bare, RulesEdit.Pairs(filter, options), faults);
        return (faults.Count == 0 && Same(rule, typed!)).Label($"{options}\n{string.Join('\n', faults)}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_and_lists_of_any_characters_can_be_typed() => Prop.ForAll(Arb.From(Texts), Arb.From(Texts.ListOf(4)), (text, list) =>
    {
        var one = new OptionSpec("text", OptionKind.Text, "", "", 0, 4_000, 0, []);
        var many = new OptionSpec("list", OptionKind.TextList, "", new JsonArray(), 0, 100, 4_000, []);
        var items = new JsonArray([.. list.Select(item => (JsonNode?)item)]);
        (string Name, string Value) pair = Assert.Single(PairText.Read(PairText.Write("x", FieldText.Write(many, items))));
        var action = new JsonObject { ["action"] = "reply", ["text"] = text };
        return FieldText.Read(one, FieldText.Write(one, text))!.GetValue<string>() == text
            && JsonNode.DeepEquals(FieldText.Read(many, pair.Value), items)
            && JsonNode.DeepEquals(ActionText.Read(ActionText.Write([action.DeepClone(), action.DeepClone()]))[1], action);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_action_can_be_typed_with_all_its_options() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
    {
        var actions = new JsonArray([.. ActionRegistry.BuiltIn.All.Select(definition => (JsonNode)RuleActionJson.Write(OptionSamples.ActionOf(definition, new Random(seed))))]);
        return ActionText.Read(ActionText.Write(actions)).ToJsonString() == actions.ToJsonString();
    }).QuickCheckThrowOnFailure();

    private static bool Same(Rule left, Rule right) => Json.WriteRule(left).ToJsonString() == Json.WriteRule(right).ToJsonString();
}
