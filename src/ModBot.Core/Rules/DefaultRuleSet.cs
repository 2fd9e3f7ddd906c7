using System.Collections.Immutable;
using ModBot.Core.Abuse;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules;

/// <summary>
/// The rules that a guild starts with. A delete needs something plain; judgements of context flag; the mild is logged with its
/// category. See the table in the README.
/// </summary>
public static class DefaultRuleSet
{
    private static readonly RuleAction Strike = new StrikeAction();
    private static readonly RuleAction Card = new FlagAction();

    public static RuleSet Create() => new(1,
    [
        Rule("coordinated", new CoordinatedFilter(), Category.Spam, Disposition.Delete, Strike, Card),
        Rule("spam", new SpamFilter(), Category.Spam, Disposition.Delete, Strike),
        Rule("scam-link", new ScamLinkFilter(), Category.ScamLink, Disposition.Delete, Strike),
        Rule("secret", new SecretFilter(), Category.Secret, Disposition.Delete, new NotifyAuthorAction()),
        Abuse("slur", AbuseKind.Slur, Disposition.Delete, Strike),
        Abuse("hate", AbuseKind.Hate, Disposition.Flag),
        Abuse("threat", AbuseKind.Threat, Disposition.Flag),
        Abuse("harassment", AbuseKind.Harassment, Disposition.Flag),
        Abuse("self-harm", AbuseKind.SelfHarm, Disposition.Flag) with { Private = true },
        Abuse("sexual", AbuseKind.Sexual, Disposition.Flag),
        Abuse("insult", AbuseKind.Insult, Disposition.Log),
        Abuse("profanity", AbuseKind.Profanity, Disposition.Log),
        Rule("invite", new InviteFilter(), Category.Invite, Disposition.Flag),
        Rule("mentions", new MentionFilter(), Category.Mentions, Disposition.Flag),
        Rule("repeat", new RepeatFilter(), Category.Flood, Disposition.Delete, Card),
        Rule("flood", new FloodFilter(), Category.Flood, Disposition.Flag),
        Rule("caps", new CapsFilter(), Category.Other, Disposition.Log),
        Rule("zalgo", new ZalgoFilter(), Category.Other, Disposition.Log),
        Rule("lines", new LineFilter(), Category.Other, Disposition.Log),
    ]);

    private static Rule Abuse(string name, AbuseKind kind, Disposition verdict, params ImmutableArray<RuleAction> then) =>
        Rule(name, new AbuseFilter(), kind.CategoryOf(), verdict, then) with { Options = new AbuseOptions { Category = kind } };

    private static Rule Rule(string name, FilterDefinition filter, Category category, Disposition verdict, params ImmutableArray<RuleAction> then) => new()
    {
        Name = name,
        Filter = filter.Id,
        Options = filter.DefaultOptions,
        Category = category,
        Verdict = verdict,
        Then = then,
    };
}
