using System.Collections.Immutable;
using System.Text;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.AutoMod;

/// <summary>A rule of AutoMod as rules of ModBot.</summary>
/// <param name="Rules">One for each kind of thing it looks for; empty where nothing of it can be said.</param>
/// <param name="Notes">What is different or was left out, one sentence each.</param>
public sealed record AutoModImport(ImmutableArray<Rule> Rules, ImmutableArray<string> Notes)
{
    private const int LongestName = 32;

    /// <summary>Reads a rule of AutoMod. Pure.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="mode">The mode of what is made of it.</param>
    public static AutoModImport Of(AutoModRule rule, RuleMode mode)
    {
        var notes = new List<string>();
        Rule[] made = [.. Parts(rule, notes).Select(part => Complete(rule, part, mode))];
        if (made.Length > 1)
            made = [.. made.Select(part => part with { Name = Named($"{NameOf(rule)}-{part.Filter}") })];
        if (!rule.Enabled)
            notes.Add("the rule is off in AutoMod");
        if (rule.BlockMessage.Length > 0)
            notes.Add("the message to the author is not taken over; add a notify-author action");
        return new AutoModImport([.. made], [.. notes]);
    }

    private static IEnumerable<Rule> Parts(AutoModRule rule, List<string> notes)
    {
        OccurrenceKinds on = rule.Trigger == AutoModTriggerKind.Profile ? OccurrenceKinds.Names : OccurrenceKinds.None;
        switch (rule.Trigger)
        {
            case AutoModTriggerKind.Keyword or AutoModTriggerKind.Profile:
                if (Fitting(rule.Keywords, term => new BlockedTermsOptions { Terms = [term] }, new BlockedTermsFilter(), "word", notes) is { Length: > 0 } terms)
                    yield return Part(new BlockedTermsFilter(), new BlockedTermsOptions { Terms = terms, Allow = Fitting(rule.Allow, term => new BlockedTermsOptions { Allow = [term] }, new BlockedTermsFilter(), "allowed word", notes) }, Category.Other) with { On = on };
                if (Fitting(rule.Patterns, pattern => new PatternOptions { Patterns = [pattern] }, new PatternFilter(), "pattern", notes) is { Length: > 0 } patterns)
                    yield return Part(new PatternFilter(), new PatternOptions { Patterns = patterns }, Category.Other) with { On = on };
                break;
            case AutoModTriggerKind.Preset:
                notes.Add("ModBot's own word lists stand in for Discord's, which are not public");
                foreach (AutoModPreset preset in rule.Presets)
                    yield return OfPreset(preset, rule.Allow);
                break;
            case AutoModTriggerKind.MentionSpam:
                yield return Part(new MentionFilter(), new MentionFilterOptions { Users = 100, Roles = 100, Total = rule.MentionLimit + 1, Everyone = false }, Category.Mentions);
                break;
            case AutoModTriggerKind.Spam:
                notes.Add("ModBot's spam model stands in for Discord's");
                yield return Part(new SpamFilter(), new SpamFilterOptions(), Category.Spam);
                break;
            default:
                notes.Add("this version does not know what that rule looks for");
                break;
        }
    }

    private static Rule OfPreset(AutoModPreset preset, ImmutableArray<string> allow)
    {
        (WordPreset list, Category category) = preset switch
        {
            AutoModPreset.Slurs => (WordPreset.Slurs, Category.Slur),
            AutoModPreset.SexualContent => (WordPreset.SexualContent, Category.Sexual),
            _ => (WordPreset.Profanity, Category.Profanity),
        };
        return Part(new PresetFilter(), new PresetOptions { Preset = list, Allow = allow }, category);
    }

    /// <summary>Those that the filter takes; the others are named.</summary>
    private static ImmutableArray<string> Fitting(ImmutableArray<string> texts, Func<string, FilterOptions> options, FilterDefinition filter, string what, List<string> notes)
    {
        ImmutableArray<string>.Builder fitting = ImmutableArray.CreateBuilder<string>(texts.Length);
        foreach (string text in texts)
        {
            if (filter.Validate(options(text)) is [var fault, ..])
                notes.Add($"the {what} {text} is left out: {fault.Message}");
            else
                fitting.Add(text);
        }

        return fitting.ToImmutable();
    }

    private static Rule Part(FilterDefinition filter, FilterOptions options, Category category) =>
        new() { Name = filter.Id, Filter = filter.Id, Options = options, Category = category, Verdict = Disposition.Flag };

    private static Rule Complete(AutoModRule rule, Rule part, RuleMode mode) => part with
    {
        Name = NameOf(rule),
        Verdict = rule.Blocks ? Disposition.Delete : Disposition.Flag,
        Mode = mode,
        Scope = RuleScope.Everywhere with { ExemptRoles = rule.ExemptRoles, ExemptChannels = rule.ExemptChannels },
        Then =
        [
            .. rule.Timeout is { } timeout ? (RuleAction[])[new TimeoutAction { Duration = timeout }] : [],
            .. rule is { Blocks: true, AlertChannel: not null } ? (RuleAction[])[new FlagAction()] : [],
        ],
    };

    private static string NameOf(AutoModRule rule) => Named($"automod-{rule.Name}");

    private static string Named(string text)
    {
        var name = new StringBuilder();
        foreach (char character in text.ToLowerInvariant())
        {
            bool fits = character is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            if (fits)
                name.Append(character);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return name.ToString()[..Math.Min(name.Length, LongestName)].TrimEnd('-');
    }
}
