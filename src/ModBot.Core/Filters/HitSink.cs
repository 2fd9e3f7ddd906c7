using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>Takes what a filter saw and makes hits of it under the rule that runs.</summary>
public sealed class HitSink
{
    private readonly List<Hit> hits = [];
    private Rule rule = null!;
    private bool byModel;

    internal List<Hit> Hits => hits;

    /// <summary>Reports a hit with the rule's own verdict and category.</summary>
    public void Add(string reason, params IReadOnlyList<Evidence> evidence) => Add(new FilterFinding(reason) { Evidence = evidence });

    public void Add(FilterFinding finding)
    {
        hits.Add(new Hit
        {
            Rule = rule.Name,
            Filter = rule.Filter,
            Category = finding.Category ?? rule.Category,
            Disposition = finding.AtMost is { } limit && limit < rule.Verdict ? limit : rule.Verdict,
            Reason = finding.Reason,
            Evidence = finding.Evidence,
            Score = finding.Score,
            ByModel = finding.ByModel ?? byModel,
            Shadow = rule.Mode == RuleMode.Shadow,
            Related = finding.Related,
            RelatedMembers = finding.RelatedMembers,
            IncidentKey = finding.IncidentKey,
        });
    }

    internal void Begin(Rule runningRule, bool runsByModel)
    {
        rule = runningRule;
        byModel = runsByModel;
    }

    internal void Clear() => hits.Clear();
}
