using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Platform;

/// <summary>The parameters of <see cref="AutoModFilter"/>.</summary>
public sealed record AutoModOptions : FilterOptions
{
    /// <summary>The id of AutoMod's rule; empty: any of them.</summary>
    public string Rule { get; init; } = "";
}

/// <summary>Discord's own AutoMod caught something; it has blocked it already where its rule says so.</summary>
public sealed class AutoModFilter : FilterDefinition<AutoModOptions>
{
    private const int LongestId = 20;

    public override string Id => "automod";

    public override string Description => "Discord's own AutoMod caught something, by any of its rules or by one.";

    public override OccurrenceKinds Watches => OccurrenceKinds.AutoModExecuted;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("caught by rule 12", Hits: true) { Instead = Caught },
        new("caught by rule 12", Hits: true, new AutoModOptions { Rule = "12" }) { Instead = Caught },
        new("caught by rule 12", Hits: false, new AutoModOptions { Rule = "13" }) { Instead = Caught },
    ];

    protected override OptionSchema<AutoModOptions> Options { get; } = new OptionSchema<AutoModOptions>()
        .Text("automod-rule", "The id of AutoMod's rule; empty: any.", LongestId, options => options.Rule, (options, value) => options with { Rule = value });

    protected override void Check(AutoModOptions options, List<OptionFault> faults)
    {
        if (options.Rule.Length > 0 && !Snowflake.TryParse(options.Rule, null, out _))
            faults.Add(new OptionFault("automod-rule", "must be the id of an AutoMod rule, as /automod list shows it"));
    }

    protected override ICompiledFilter Compile(AutoModOptions options, FilterCompilation compilation) => new Compiled(options.Rule.Length == 0 ? null : Snowflake.Parse(options.Rule));

    private static AutoModExecution Caught(ChatMessage message) =>
        new() { Id = message.Author.Id, GuildId = message.GuildId, ChannelId = message.ChannelId, Author = message.Author, HappenedAt = message.At, RuleId = new Snowflake(12), Content = "caught" };

    private sealed class Compiled(Snowflake? rule) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            var execution = (AutoModExecution)inspection.Occurrence;
            if (rule is null || rule == execution.RuleId)
                hits.Add(execution.Describe(), inspection.Surfaces.Count == 0 ? [] : [inspection.Surfaces[0].WholeEvidence()]);
        }
    }
}
