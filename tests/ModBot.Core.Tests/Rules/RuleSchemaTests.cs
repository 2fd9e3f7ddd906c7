using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Contracts;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Documents;

namespace ModBot.Core.Tests.Rules;

public sealed class RuleSchemaTests
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);
    private static readonly JsonObject Document = RuleSchema.Create(FilterRegistry.BuiltIn, ActionRegistry.BuiltIn);
    private static readonly JsonSchema Schema = new(Document["$defs"]!.AsObject());

    [Fact]
    public void Every_rule_set_that_is_written_fits_the_schema() =>
        Prop.ForAll(Arb.From(RuleSamples.Sets), rules => Faults(Json.Write(rules)) is [] ? true : throw new InvalidOperationException(string.Join('\n', Faults(Json.Write(rules)))))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"rules":[{"name":"a"}]}""")]
    [InlineData("""{"rules":[{"name":"a","filter":"no-such"}]}""")]
    [InlineData("""{"rules":[{"name":"A b","filter":"caps"}]}""")]
    [InlineData("""{"rules":[{"name":"a","filter":"flood","options":{"count":1}}]}""")]
    [InlineData("""{"rules":[{"name":"a","filter":"flood","options":{"counts":5}}]}""")]
    [InlineData("""{"rules":[{"name":"a","filter":"caps","verdict":"shout"}]}""")]
    [InlineData("""{"rules":[{"name":"a","filter":"caps","then":[{"action":"explode"}]}]}""")]
    [InlineData("""{"rules":[{"name":"a","filter":"caps","then":[{"action":"timeout","points":3}]}]}""")]
    [InlineData("""{"rules":[{"name":"a","filter":"caps","then":[{"action":"add-role"}]}]}""")]
    [InlineData("""{"rules":[],"extra":1}""")]
    public void What_the_reader_refuses_does_not_fit(string document)
    {
        Assert.Null(Json.Read(document, []));
        Assert.NotEmpty(Faults(document));
    }

    private static List<string> Faults(string document) => Schema.Faults(Document, JsonNode.Parse(document), "");
}
