using ModBot.Core.Filters;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Presets;

namespace ModBot.Core.Tests.Rules;

public sealed class RulePresetsTests
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);
    private static readonly RulePresets Presets = new(Json);

    public static TheoryData<string> Names => [.. Presets.All.Select(preset => preset.Name)];

    [Fact]
    public void The_packs_are_those_that_the_documentation_names() =>
        Assert.Superset(new HashSet<string> { "standard", "quiet", "strict", "raid", "links" }, Presets.All.Select(preset => preset.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_pack_is_described_and_can_be_used(string name)
    {
        RulePreset preset = Presets.Find(name)!;
        Assert.InRange(preset.Description.Length, 20, 200);
        Assert.Matches("^[a-z-]{1,32}$", preset.Name);
        var faults = new List<OptionFault>();
        RuleSet? rules = Json.Read(preset.Document, faults);
        Assert.Empty(faults);
        Assert.NotEmpty(CompiledRuleSet.Compile(rules!, RuleMode.Enforce, FilterRegistry.BuiltIn).Rules);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_pack_punishes_somebody_who_may_be_in_distress(string name)
    {
        RuleSet rules = Json.Read(Presets.Find(name)!.Document, [])!;
        Assert.All(rules.Rules.Where(rule => rule.Category == Verdicts.Category.SelfHarm), rule =>
        {
            Assert.True(rule.Private);
            Assert.Equal(Verdicts.Disposition.Flag, rule.Verdict);
            Assert.Empty(rule.Then);
        });
    }
}
