using ModBot.Core.Filters;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Benchmarks;

/// <summary>A server where 300 members have posted 6,000 messages in 20 channels within the last hour, under every behaviour filter.</summary>
internal sealed class BusyGuild
{
    private const int Messages = 6_000;
    private const int Members = 300;
    private const int Channels = 20;
    private static readonly string[] Words = ["the", "boss", "drops", "tower", "key", "castle", "patch", "weekend", "stream", "guide", "music", "train", "pizza", "match", "score", "friend", "question", "update", "server", "art"];

    public BusyGuild()
    {
        Rules = CompiledRuleSet.Compile(WithBehaviour(DefaultRuleSet.Create()), RuleMode.Enforce, FilterRegistry.BuiltIn);
        History.Keep(Rules.History);
        var random = new Random(5);
        ChatMessage sample = SampleMessage.Create();
        for (int i = Messages; i > 0; i--)
        {
            History.Observe(sample with
            {
                Id = Snowflake.At(sample.At.AddSeconds(-0.6 * i), (uint)(i & 0xFFF)),
                ChannelId = new Snowflake(2 + (ulong)random.Next(Channels)),
                Author = sample.Author with { Id = new Snowflake(3 + (ulong)random.Next(Members)) },
                Content = string.Join(' ', Enumerable.Range(0, random.Next(1, 18)).Select(_ => Words[random.Next(Words.Length)])),
            });
        }
    }

    public CompiledRuleSet Rules { get; }

    public BehaviourHistory History { get; } = new();

    private static RuleSet WithBehaviour(RuleSet rules)
    {
        int number = 0;
        foreach (FloodKind what in Enum.GetValues<FloodKind>())
        {
            foreach (FloodScope per in Enum.GetValues<FloodScope>())
                rules = rules.With(Rule($"flood-{number++}", new FloodFilter(), new FloodFilterOptions { What = what, Per = per, Count = 1_000_000, Within = TimeSpan.FromHours(1) }));
        }

        rules = rules.With(Rule("exact", new RepeatFilter(), new RepeatFilterOptions { Match = RepeatMatch.Exact, Within = TimeSpan.FromHours(1), Count = 50 }));
        rules = rules.With(Rule("pressure", new PressureFilter(), new PressureOptions()));
        return rules.With(Rule("hour", new CoordinatedFilter(), new CoordinatedOptions { Within = TimeSpan.FromHours(1) }));
    }

    private static Rule Rule(string name, FilterDefinition filter, FilterOptions options) =>
        new() { Name = name, Filter = filter.Id, Options = options, Category = Category.Flood, Verdict = Disposition.Flag };
}
