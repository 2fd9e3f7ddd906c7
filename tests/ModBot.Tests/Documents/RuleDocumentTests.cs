using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Documents;
using ModBot.Documents;

namespace ModBot.Tests.Documents;

public sealed class RuleDocumentTests
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);
    private static readonly RuleDocument Documents = new(Json);

    [Fact]
    public void Every_fault_of_a_yaml_document_has_its_line_and_column()
    {
        var faults = new List<DocumentFault>();
        Assert.Null(Documents.Read(
            """
            version: 0
            rules:
              - name: Bad Name
                filter: caps
                options:
                  percent: 0
                  volume: 3
                verdict: shout
              - name: a
                filter: no-such
              - filter: blocked-terms
                options:
                  terms:
                    - ok
                    - 7
                then:
                  - action: timeout
                    duration: 40d
              - just a text
            extra: 1
            """,
            faults));
        Assert.Equal(
            ["1:1 version", "3:5 rules[0].name", "6:7 rules[0].options.percent", "7:7 rules[0].options.volume", "8:5 rules[0].verdict", "10:5 rules[1].filter", "11:5 rules[2].name",
             "15:11 rules[2].options.terms[1]", "18:9 rules[2].then[0].duration", "19:5 rules[3]", "20:1 extra"],
            faults.Select(fault => $"{fault.Line}:{fault.Column} {fault.Fault.Path}").OrderBy(text => int.Parse(text.Split(':')[0])));
    }

    [Theory]
    [InlineData(DocumentFormat.Yaml)]
    [InlineData(DocumentFormat.Json)]
    public void The_default_rules_survive_the_way_out_and_in(object format)
    {
        string written = new RuleExport(Json).Write(DefaultRuleSet.Create(), [], (DocumentFormat)format);
        var faults = new List<DocumentFault>();
        Assert.Equal(Json.Write(DefaultRuleSet.Create()), Json.Write(Documents.Read(written, faults)!.Rules));
    }

    [Theory]
    [InlineData("{\"rules\":[],\"rules\":[]}")]
    [InlineData("{\"rules\":[")]
    [InlineData("{\"rules\":[{\"name\":\"a\",\"filter\":\"caps\",\"filter\":\"link\"}]}")]
    [InlineData("")]
    [InlineData("- a")]
    [InlineData("just a text")]
    public void What_is_no_rule_document_is_refused(string text)
    {
        var faults = new List<DocumentFault>();
        Assert.Null(Documents.Read(text, faults));
        Assert.NotEmpty(faults);
    }

    [Fact]
    public void Roles_and_channels_are_found_again_by_name_in_another_server()
    {
        NamedId[] there = [new(NamedKind.Role, new Snowflake(101), "Staff"), new(NamedKind.Role, new Snowflake(102), "Guests"), new(NamedKind.Channel, new Snowflake(103), "memes"), new(NamedKind.Role, new Snowflake(104), "unused")];
        RuleSet rules = Documents.Read(
            """
            rules:
              - name: a
                filter: caps
                scope: {exempt-roles: ["101", "102"], channels: ["103"]}
                then:
                  - {action: reply, text: "Post that in <#103> or ask <@&101>, not <@101>."}
            """,
            [])!.Rules;
        string yaml = new RuleExport(Json).Write(rules, there, DocumentFormat.Yaml);
        Assert.DoesNotContain("unused", yaml, StringComparison.Ordinal);

        NamedId[] here = [new(NamedKind.Role, new Snowflake(201), "staff"), new(NamedKind.Channel, new Snowflake(203), "memes"), new(NamedKind.Role, new Snowflake(204), "memes")];
        ReadDocument read = Documents.Read(yaml, [], here: here)!;
        Assert.Equal([new Snowflake(201), new Snowflake(102)], read.Rules.Rules[0].Scope.ExemptRoles.AsEnumerable());
        Assert.Equal([new Snowflake(203)], read.Rules.Rules[0].Scope.Channels.AsEnumerable());
        Assert.Equal("Guests", Assert.Single(read.Remapping.Unknown).Name);
        Assert.Equal("Post that in <#203> or ask <@&201>, not <@101>.", Assert.IsType<ReplyAction>(Assert.Single(read.Rules.Rules[0].Then)).Text);

        ReadDocument answered = Documents.Read(yaml, [], new Dictionary<Snowflake, Snowflake> { [new Snowflake(102)] = new(299) }, here)!;
        Assert.Empty(answered.Remapping.Unknown);
        Assert.Equal(new Snowflake(299), answered.Rules.Rules[0].Scope.ExemptRoles[1]);
    }

    [Fact]
    public void Two_roles_of_one_name_are_asked_about()
    {
        RuleRemapping remapping = RuleRemapping.Of([new NamedId(NamedKind.Role, new Snowflake(1), "Staff")], [new(NamedKind.Role, new Snowflake(2), "staff"), new(NamedKind.Role, new Snowflake(3), "STAFF")]);
        Assert.Single(remapping.Unknown);
        Assert.Empty(remapping.Ids);
    }
}
