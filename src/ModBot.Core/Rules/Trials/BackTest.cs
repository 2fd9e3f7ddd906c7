using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.Trials;

/// <summary>Runs a rule over recorded messages, beside the other rules of its set, and counts. Nothing is stored, nothing is done.</summary>
public sealed class BackTest
{
    private const int MostSamples = 10;
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly string rule;
    private readonly TrialJudge judge;
    private readonly SortedDictionary<Disposition, int> hits = [];
    private readonly HashSet<Snowflake> authors = [];
    private readonly HashSet<Snowflake> withStanding = [];
    private readonly HashSet<Snowflake> longStanding = [];
    private readonly Dictionary<string, int> overlaps = new(StringComparer.Ordinal);
    private readonly List<BackTestSample> samples = [];
    private readonly List<BackTestSample> further = [];
    private int messages;
    private int alone;
    private int failures;
    private int exempt;
    private DateTimeOffset? from;
    private DateTimeOffset? to;

    /// <param name="rules">The set; the rule in it that is tried runs in enforce mode, the others as they are.</param>
    /// <param name="rule">The name of the rule that is tried.</param>
    /// <param name="registry">The filters.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">There is no such rule, or the rules do not compile.</exception>
    public BackTest(RuleSet rules, string rule, FilterRegistry registry, ISpamModel model)
    {
        Rule tried = rules.Find(rule) ?? throw new ArgumentException($"There is no rule '{rule}'.", nameof(rule));
        this.rule = tried.Name;
        judge = new TrialJudge(CompiledRuleSet.Compile(rules.With(tried with { Mode = RuleMode.Enforce }), RuleMode.Enforce, registry), model);
    }

    /// <summary>So many messages have been judged.</summary>
    public int Messages => messages;

    /// <summary>So many of them the rule hit.</summary>
    public int HitCount => hits.Values.Sum();

    /// <summary>Judges the next message, by rising time.</summary>
    /// <param name="message">The message.</param>
    /// <param name="known">What is known of its author.</param>
    public void Add(ChatMessage message, MemberFacts known)
    {
        Verdict verdict = judge.Judge(message, known);
        messages++;
        from = from < message.At ? from : message.At;
        to = to > message.At ? to : message.At;
        failures += verdict.Errors.Any(error => error.Rule == rule) ? 1 : 0;
        exempt += verdict.Exemptions.Any(exemption => exemption.StartsWith($"{rule}: ", StringComparison.Ordinal)) ? 1 : 0;
        Hit[] own = [.. verdict.Hits.Where(hit => hit.Rule == rule)];
        if (own.Length > 0)
            Count(message, verdict, own.Max(hit => hit.Disposition));
    }

    public BackTestReport Report() => new()
    {
        Messages = messages,
        From = from,
        To = to,
        Hits = hits.ToImmutableSortedDictionary(),
        Authors = authors.Count,
        WithStanding = withStanding.Count,
        LongStanding = longStanding.Count,
        Overlaps = [.. overlaps.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))],
        Alone = alone,
        Samples = [.. samples.Concat(further).Take(MostSamples)],
        Failures = failures,
        Exempt = exempt,
    };

    private void Count(ChatMessage message, Verdict verdict, Disposition disposition)
    {
        hits[disposition] = hits.GetValueOrDefault(disposition) + 1;
        Snowflake author = message.Author.Id;
        List<BackTestSample> list = authors.Add(author) ? samples : further;
        if (list.Count < MostSamples)
            list.Add(new BackTestSample(new MessageReference(message.ChannelId, message.Id), author, disposition));
        if (verdict.Standing)
            withStanding.Add(author);
        if (message.Author.JoinedAt is { } joined && message.At - joined >= Year)
            longStanding.Add(author);
        string[] others = [.. verdict.Hits.Where(hit => hit.Rule != rule && !hit.Shadow && hit.Disposition > Disposition.Log).Select(hit => hit.Rule).Distinct()];
        if (others.Length == 0)
            alone++;
        foreach (string other in others)
            overlaps[other] = overlaps.GetValueOrDefault(other) + 1;
    }
}
