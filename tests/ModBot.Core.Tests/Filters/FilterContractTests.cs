using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Tests.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Filters;

/// <summary>What every registered filter must keep to.</summary>
public sealed class FilterContractTests(SeedModelFixture seeds) : IClassFixture<SeedModelFixture>
{
    public static TheoryData<string> Ids => [.. FilterRegistry.BuiltIn.All.Select(filter => filter.Id)];

    [Fact]
    public void Every_filter_that_is_written_is_registered()
    {
        IEnumerable<Type> written = typeof(FilterDefinition).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(FilterDefinition)));
        Assert.Equal(written.Select(type => type.Name).Order(), FilterRegistry.BuiltIn.All.Select(filter => filter.GetType().Name).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_name_and_words_fit_a_slash_command(string id)
    {
        FilterDefinition filter = Of(id);
        Assert.Matches("^[a-z][a-z-]{0,31}$", id);
        Assert.InRange(filter.Description.Length, 1, 100);
        foreach (OptionSpec option in filter.Schema.Options)
        {
            Assert.Matches("^[a-z][a-z-]{0,31}$", option.Name);
            Assert.InRange(option.Description.Length, 1, 100);
        }

        Assert.Equal(filter.Schema.Options.Count, filter.Schema.Options.Select(option => option.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_defaults_pass_and_say_nothing_when_written(string id)
    {
        FilterDefinition filter = Of(id);
        Assert.Empty(filter.Validate(filter.DefaultOptions));
        Assert.Empty(filter.Schema.Write(filter.DefaultOptions));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_option_has_bounds_that_are_kept(string id)
    {
        FilterDefinition filter = Of(id);
        foreach (OptionSpec option in filter.Schema.Options)
        {
            foreach (JsonNode? value in Outside(option))
            {
                var faults = new List<OptionFault>();
                Assert.Null(filter.Schema.Read(new JsonObject { [option.Name] = value }, faults));
                Assert.StartsWith(option.Name, Assert.Single(faults).Path, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Another_filters_options_and_unknown_ones_are_faults(string id)
    {
        FilterDefinition filter = Of(id);
        Assert.NotEmpty(filter.Validate(new StrangeOptions()));
        Assert.Throws<ArgumentException>(() => filter.Compile(new StrangeOptions(), new FilterCompilation()));
        var faults = new List<OptionFault>();
        Assert.Null(filter.Schema.Read(new JsonObject { ["no-such-option"] = 1 }, faults));
        Assert.Single(faults);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_examples_are_true(string id)
    {
        FilterDefinition filter = Of(id);
        Assert.Contains(filter.Examples, example => example.Hits);
        Assert.Contains(filter.Examples, example => !example.Hits);
        foreach (FilterExample example in filter.Examples)
        {
            Verdict verdict = OneRule.Judge(filter, example, seeds.Model);
            Assert.Empty(verdict.Errors);
            Assert.True(verdict.Hits.Count > 0 == example.Hits, $"{(example.Hits ? "no hit" : "hit")}: {example.Text}");
            foreach (Hit hit in verdict.Hits)
            {
                Assert.InRange(hit.Reason.Length, 1, 1_000);
                Assert.All(hit.Evidence, evidence => Assert.True(evidence.Length <= 4_000));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_never_throws_and_says_the_same_twice(string id)
    {
        FilterDefinition filter = Of(id);
        ISpamModel model = filter.ByModel ? seeds.Model : SilentModel.Instance;
        OneRule[] rules =
        [
            new(filter, model: model),
            .. filter.Examples.Select(example => example.Options).OfType<FilterOptions>().Select(options => new OneRule(filter, options, model)),
        ];
        RandomText.Holds(text => rules.All(rule =>
        {
            ChatMessage message = EverySurface(text);
            Verdict first = rule.Judge(message);
            Verdict second = rule.Judge(message);
            return first.Errors.Count == 0 && SpansFit(first, text) && first.Hits.Select(Shown).SequenceEqual(second.Hits.Select(Shown));
        }));
    }

    private static FilterDefinition Of(string id) => FilterRegistry.BuiltIn.Find(id)!;

    private static string Shown(Hit hit) => $"{hit.Reason} {hit.Disposition} {hit.Category} {string.Join(' ', hit.Evidence)}";

    private static bool SpansFit(Verdict verdict, string text) =>
        verdict.Hits.SelectMany(hit => hit.Evidence).All(evidence => evidence.Start >= 0 && evidence.Length >= 0 && evidence.Start + evidence.Length <= text.Length);

    private static ChatMessage EverySurface(string text) => OneRule.Message(text) with
    {
        Embeds = [new MessageEmbed([text], [text])],
        Attachments = [new MessageAttachment(text, text, "image/png", 5)],
        Forwards = [new ForwardedMessage(text, [new MessageEmbed([text], [])], [new MessageAttachment(text, null, null, 1)])],
        StickerNames = [text],
        Poll = new MessagePoll(text, [text]),
        ThreadName = text,
        ComponentTexts = [text],
    };

    private static IEnumerable<JsonNode?> Outside(OptionSpec option) => option.Kind switch
    {
        OptionKind.Toggle => ["yes", 1, null],
        OptionKind.Integer => [option.Minimum - 1, option.Maximum + 1, 0.5, "1", null],
        OptionKind.Number => [option.Minimum - 0.01, option.Maximum + 0.01, "1", null],
        OptionKind.Choice => ["no-such-choice", 0, null],
        OptionKind.Duration => [option.Minimum - 1, option.Maximum + 1, "soon", null],
        OptionKind.Channel or OptionKind.Role => ["not-an-id", -1, new JsonArray()],
        OptionKind.Text => [new string('x', (int)option.Maximum + 1), 1, null],
        _ => [new JsonArray([.. Enumerable.Repeat(0, (int)option.Maximum + 1).Select(_ => (JsonNode?)(option.Choices.Count > 0 ? option.Choices[0] : "x.example"))]), new JsonArray(new string('x', option.MaximumItemLength + 1)), new JsonArray(" "), "x", null],
    };

    private sealed record StrangeOptions : FilterOptions;
}
