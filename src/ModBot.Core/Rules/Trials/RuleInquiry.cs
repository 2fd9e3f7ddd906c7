using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.Trials;

/// <summary>Asks every rule of a set about one message: what it saw, or why it saw nothing and what would have had to differ.</summary>
public sealed class RuleInquiry
{
    private readonly RuleSet rules;
    private readonly FilterRegistry registry;
    private readonly RuleEditor editor;
    private readonly TrialJudge judge;

    /// <param name="rules">The set.</param>
    /// <param name="mode">The server's mode.</param>
    /// <param name="registry">The filters.</param>
    /// <param name="json">Reads and writes rules.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">The rules do not compile.</exception>
    public RuleInquiry(RuleSet rules, RuleMode mode, FilterRegistry registry, RuleSetJson json, ISpamModel model)
    {
        this.rules = rules;
        this.registry = registry;
        editor = new RuleEditor(json);
        judge = new TrialJudge(CompiledRuleSet.Compile(rules, mode, registry), model);
    }

    /// <summary>How far back the rules look: what was posted before within that time should be given to <see cref="Observe"/>.</summary>
    public TimeSpan LongestWindow => new[] { judge.Rules.History.Authors, judge.Rules.History.Contents }.Concat(judge.Rules.History.Sums.Select(sum => sum.Window)).Max();

    /// <summary>Remembers a message that came before the one to ask about.</summary>
    public void Observe(ChatMessage message) => judge.Observe(message);

    /// <summary>Asks.</summary>
    /// <param name="message">The message.</param>
    /// <param name="member">What is known of its author.</param>
    /// <param name="withNearMisses">Whether to try what would have had to differ: slower.</param>
    /// <param name="cancellationToken">Stops between two rules.</param>
    public InquiryReport Ask(ChatMessage message, MemberFacts member, bool withNearMisses, CancellationToken cancellationToken)
    {
        Verdict verdict = judge.Peek(message, member);
        ImmutableArray<RuleLook>.Builder looks = ImmutableArray.CreateBuilder<RuleLook>(rules.Rules.Length);
        foreach (Rule rule in rules.Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            looks.Add(Look(rule, message, member, verdict, withNearMisses));
        }

        return new InquiryReport(verdict, looks.MoveToImmutable());
    }

    private RuleLook Look(Rule rule, ChatMessage message, MemberFacts member, Verdict verdict, bool withNearMisses)
    {
        FilterDefinition filter = registry.Find(rule.Filter)!;
        OccurrenceKinds watched = rule.On == OccurrenceKinds.None ? filter.Watches : rule.On;
        if ((watched & OccurrenceKinds.Message) == OccurrenceKinds.None)
            return new RuleLook(rule, RuleLookKind.Elsewhere, "it looks at other things than messages", "", null, []);
        Hit[] hits = [.. verdict.Hits.Where(hit => hit.Rule == rule.Name)];
        if (hits.Length > 0)
            return new RuleLook(rule, RuleLookKind.Hit, string.Join("; ", hits.Select(hit => hit.Reason)), "", hits.Max(hit => hit.Disposition), []);
        if (verdict.Errors.FirstOrDefault(error => error.Rule == rule.Name) is { } error)
            return new RuleLook(rule, RuleLookKind.Failed, error.Message, "", null, []);
        (RuleLookKind kind, string reason) = rule.Mode == RuleMode.Off ? (RuleLookKind.Off, "its mode is off")
            : judge.WhyNot(rule.Name, message, member) is { } why ? (RuleLookKind.Exempt, why[(rule.Name.Length + 2)..])
            : (RuleLookKind.Nothing, "");
        IReadOnlyList<Hit> otherwise = kind == RuleLookKind.Nothing ? [] : Alone(rule, message, member).Hits;
        ImmutableArray<NearMiss> near = withNearMisses && otherwise.Count == 0 ? NearMisses(rule, filter, message, member) : [];
        return new RuleLook(rule, kind, reason, string.Join("; ", otherwise.Select(hit => hit.Reason)), otherwise.Count == 0 ? null : otherwise.Max(hit => hit.Disposition), near);
    }

    /// <summary>What another rule of the same filter already looks for is no news.</summary>
    private ImmutableArray<NearMiss> NearMisses(Rule rule, FilterDefinition filter, ChatMessage message, MemberFacts member)
    {
        var search = new NearMissSearch(editor, changed => Alone(changed, message, member).Hits.Count > 0);
        return [.. search.Find(rule, filter).Where(near => !IsElsewhere(rule, filter, near))];
    }

    private bool IsElsewhere(Rule rule, FilterDefinition filter, NearMiss near)
    {
        RuleField field = RuleFields.Find(filter, near.Option)!;
        return field.Spec is { Kind: OptionKind.Choice } && rules.Rules.Any(other => other.Name != rule.Name && other.Filter == rule.Filter && editor.Get(other, field)?.GetValue<string>() == near.Needed);
    }

    /// <summary>The rule by itself: enforcing, everywhere, on everybody, whatever else must hold.</summary>
    private Verdict Alone(Rule rule, ChatMessage message, MemberFacts member)
    {
        Rule free = rule with { Mode = RuleMode.Enforce, Scope = new RuleScope { IncludeModerators = true, IncludeBots = true }, When = null, Cooldown = TimeSpan.Zero };
        return judge.Peek(message, member, CompiledRuleSet.Compile(new RuleSet(rules.Version, [free]), RuleMode.Enforce, registry));
    }
}

/// <summary>What every rule of a set says of a message.</summary>
/// <param name="Verdict">All of them together.</param>
/// <param name="Looks">In the order of the set.</param>
public sealed record InquiryReport(Verdict Verdict, ImmutableArray<RuleLook> Looks);
