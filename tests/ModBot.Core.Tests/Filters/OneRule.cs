using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Filters;

/// <summary>A rule set of one rule, to see what one filter does.</summary>
internal sealed class OneRule
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FilterPipeline pipeline = new();
    private readonly CompiledRuleSet rules;
    private readonly ISpamModel model;

    public OneRule(FilterDefinition filter, FilterOptions? options = null, ISpamModel? model = null)
    {
        this.model = model ?? SilentModel.Instance;
        var rule = new Rule { Name = "only", Filter = filter.Id, Options = options ?? filter.DefaultOptions, Category = Category.Other, Verdict = Disposition.Delete };
        rules = CompiledRuleSet.Compile(new RuleSet(1, [rule]), RuleMode.Enforce, new FilterRegistry([filter]));
        History.Keep(rules.History);
    }

    public BehaviourHistory History { get; } = new();

    public static ChatMessage Message(string text, double second = 0) => new()
    {
        Id = Snowflake.At(Noon.AddSeconds(second), 7),
        GuildId = new Snowflake(1),
        ChannelId = new Snowflake(2),
        Author = new MessageAuthor { Id = new Snowflake(3), Username = "someone" },
        Content = text,
    };

    public Verdict Judge(string text) => Judge(Message(text));

    public Verdict Judge(Occurrence occurrence, MemberFacts? member = null) => pipeline.Judge(occurrence, rules, model, member ?? MemberFacts.Unknown, History);

    /// <summary>Judges and remembers, as the bot does.</summary>
    public Verdict Take(Occurrence occurrence, MemberFacts? member = null)
    {
        Verdict verdict = Judge(occurrence, member);
        History.Observe(occurrence, verdict);
        return verdict;
    }

    /// <summary>Judges an example as the contract has it.</summary>
    public static Verdict Judge(FilterDefinition filter, FilterExample example, ISpamModel model)
    {
        var rule = new OneRule(filter, example.Options, model);
        for (int i = 0; i < example.Before.Count; i++)
            rule.History.Observe(Message(example.Before[i], -0.1 * (example.Before.Count - i)));
        ChatMessage message = Message(example.Text);
        foreach (Occurrence earlier in (example.Earlier?.Invoke(message) ?? []).OrderBy(earlier => earlier.At))
            rule.History.Observe(earlier);
        return rule.Judge(example.Instead?.Invoke(message) ?? example.Change?.Invoke(message) ?? message, example.Member);
    }

    public string[] Found(string text) => [.. Judge(text).Hits.SelectMany(hit => hit.Evidence).Select(evidence => evidence.Original)];
}
