using System.Collections.Immutable;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.AutoMod;

/// <summary>Says a rule in AutoMod's words, where it can be said. Pure.</summary>
public static class AutoModExport
{
    /// <summary>Stands before the rule's name in AutoMod: a rule that is pushed again replaces the one it made.</summary>
    public const string NamePrefix = "ModBot: ";

    /// <param name="rule">The rule.</param>
    /// <param name="alertChannel">Where flagged messages are told; null for nowhere.</param>
    public static AutoModPush Of(Rule rule, Snowflake? alertChannel)
    {
        var obstacles = new List<string>();
        var losses = new List<string>();
        AutoModRule? made = TriggerOf(rule, obstacles, losses);
        if (made is null && obstacles.Count == 0)
            obstacles.Add($"AutoMod has nothing like the filter {rule.Filter}; it has words, patterns, word lists and mentions");
        CheckScope(rule, obstacles, losses);
        AutoModRule? complete = made is null ? null : WithActions(made with { Name = NamePrefix + rule.Name, ExemptRoles = rule.Scope.ExemptRoles, ExemptChannels = rule.Scope.ExemptChannels }, rule, alertChannel, obstacles, losses);
        return new AutoModPush(obstacles.Count == 0 ? complete : null, [.. obstacles], obstacles.Count == 0 ? [.. losses] : []);
    }

    private static AutoModRule? TriggerOf(Rule rule, List<string> obstacles, List<string> losses) => rule.Options switch
    {
        BlockedTermsOptions terms => OfTerms(rule, terms, obstacles, losses),
        PatternOptions patterns => OfPatterns(rule, patterns, obstacles, losses),
        PresetOptions preset => OfPreset(preset, obstacles, losses),
        MentionFilterOptions mentions => OfMentions(mentions, obstacles, losses),
        _ => null,
    };

    private static AutoModRule OfTerms(Rule rule, BlockedTermsOptions options, List<string> obstacles, List<string> losses)
    {
        string[] fitting = [.. options.Terms.Where(term => term.Length <= AutoModRule.MaximumKeyword - 2)];
        if (fitting.Length < options.Terms.Length)
            losses.Add($"{options.Terms.Length - fitting.Length} terms are longer than {AutoModRule.MaximumKeyword - 2} characters and are left out");
        Limit(fitting.Length, AutoModRule.MaximumKeywords, "terms", obstacles);
        if (fitting.Length == 0)
            obstacles.Add("the rule has no terms that AutoMod takes");
        if (options.Evasion != Evasion.Off)
            losses.Add("AutoMod does not see through most disguises (look-alike letters, leet, separators)");
        if (options.CaseSensitive)
            losses.Add("AutoMod ignores case");
        return new AutoModRule
        {
            Name = rule.Name,
            Trigger = KindFor(rule, losses),
            Keywords = [.. fitting.Select(term => options.Match == TermMatching.Substring ? $"*{term.Trim('*')}*" : term)],
            Allow = Allowed(options.Allow, AutoModRule.MaximumAllowed, losses),
        };
    }

    private static AutoModRule OfPatterns(Rule rule, PatternOptions options, List<string> obstacles, List<string> losses)
    {
        Limit(options.Patterns.Length, AutoModRule.MaximumPatterns, "patterns", obstacles);
        foreach (string pattern in options.Patterns.Where(pattern => pattern.Length > AutoModRule.MaximumPattern))
            obstacles.Add($"the pattern that begins with {pattern[..40]} is longer than {AutoModRule.MaximumPattern} characters");
        if (options.Patterns.Length == 0)
            obstacles.Add("the rule has no patterns");
        if (options.Unmatched)
            obstacles.Add("AutoMod cannot look for messages in which nothing matches");
        if (options.Reading != PatternReading.Written)
            losses.Add("AutoMod reads texts as they are written");
        if (options.CaseSensitive)
            losses.Add("AutoMod ignores case");
        return new AutoModRule { Name = rule.Name, Trigger = KindFor(rule, losses), Patterns = options.Patterns };
    }

    private static AutoModRule OfPreset(PresetOptions options, List<string> obstacles, List<string> losses)
    {
        Limit(options.Allow.Length, AutoModRule.MaximumAllowedOfPreset, "allowed words", obstacles);
        losses.Add("AutoMod uses Discord's own word list, of one strength");
        return new AutoModRule
        {
            Name = "preset",
            Trigger = AutoModTriggerKind.Preset,
            Presets = [options.Preset switch { WordPreset.Slurs => AutoModPreset.Slurs, WordPreset.SexualContent => AutoModPreset.SexualContent, _ => AutoModPreset.Profanity }],
            Allow = Allowed(options.Allow, AutoModRule.MaximumAllowedOfPreset, losses),
        };
    }

    private static AutoModRule OfMentions(MentionFilterOptions options, List<string> obstacles, List<string> losses)
    {
        int hits = options.Total > 0 ? options.Total : Math.Min(options.Users, options.Roles);
        Limit(hits - 1, AutoModRule.MaximumMentions, "mentions", obstacles);
        if (options.Total == 0)
            losses.Add($"AutoMod counts users and roles together: more than {hits - 1} are blocked");
        if (options.Everyone)
            losses.Add("AutoMod does not look for attempts to ping everyone");
        if (!options.Distinct)
            losses.Add("AutoMod counts each user and role once");
        return new AutoModRule { Name = "mentions", Trigger = AutoModTriggerKind.MentionSpam, MentionLimit = hits - 1 };
    }

    /// <summary>Members' profiles where the rule looks at names and at no messages.</summary>
    private static AutoModTriggerKind KindFor(Rule rule, List<string> losses)
    {
        if (rule.On == OccurrenceKinds.None || (rule.On & OccurrenceKinds.Message) != OccurrenceKinds.None)
        {
            if ((rule.On & ~OccurrenceKinds.Message) != OccurrenceKinds.None)
                losses.Add("only messages are pushed, not names and threads");
            return AutoModTriggerKind.Keyword;
        }

        return AutoModTriggerKind.Profile;
    }

    private static void CheckScope(Rule rule, List<string> obstacles, List<string> losses)
    {
        if (rule.Scope.Channels.Length > 0)
            obstacles.Add("AutoMod looks everywhere but in exempt channels: take scope.channels out, or exempt the others");
        Limit(rule.Scope.ExemptChannels.Length, AutoModRule.MaximumExemptChannels, "exempt channels", obstacles);
        Limit(rule.Scope.ExemptRoles.Length, AutoModRule.MaximumExemptRoles, "exempt roles", obstacles);
        if (rule.When is not null)
            obstacles.Add("AutoMod knows no conditions: take when out");
        if (rule.Cooldown > TimeSpan.Zero)
            obstacles.Add("AutoMod knows no cooldown: take cooldown out");
        if (rule.Mode != RuleMode.Enforce)
            obstacles.Add("the rule does not act: AutoMod has no shadow, put the rule's mode to enforce first");
        if (rule.Private)
            obstacles.Add("the rule is private: AutoMod would tell of it in public");
        if (rule.Scope.IncludeModerators || rule.Scope.IncludeBots)
            losses.Add("AutoMod leaves bots and those who may manage the server alone");
    }

    private static AutoModRule? WithActions(AutoModRule made, Rule rule, Snowflake? alertChannel, List<string> obstacles, List<string> losses)
    {
        TimeSpan? timeout = rule.Then.OfType<TimeoutAction>().FirstOrDefault()?.Duration;
        bool mayTimeOut = made.Trigger is AutoModTriggerKind.Keyword or AutoModTriggerKind.MentionSpam;
        if (timeout is not null && !mayTimeOut)
            losses.Add("AutoMod cannot time out for this");
        string[] left = [.. rule.Then.Where(action => action is not (TimeoutAction or FlagAction)).Select(action => ActionRegistry.BuiltIn.Of(action.Kind).Id).Distinct(StringComparer.Ordinal)];
        if (left.Length > 0)
            losses.Add($"AutoMod does not {string.Join(", ", left)}");
        bool blocks = rule.Verdict == Disposition.Delete;
        bool alerts = rule.Verdict == Disposition.Flag || rule.Then.OfType<FlagAction>().Any();
        if (!blocks && !(alerts && alertChannel is not null))
        {
            obstacles.Add(rule.Verdict == Disposition.Log ? "the rule only logs: AutoMod can block and alert" : "there is no review channel to alert: set one with /setup review-channel:#channel");
            return null;
        }

        return made with { Blocks = blocks, AlertChannel = alerts ? alertChannel : null, Timeout = mayTimeOut ? timeout : null };
    }

    private static ImmutableArray<string> Allowed(ImmutableArray<string> allow, int most, List<string> losses)
    {
        string[] fitting = [.. allow.Where(word => word.Length <= AutoModRule.MaximumKeyword).Take(most)];
        if (fitting.Length < allow.Length)
            losses.Add($"{allow.Length - fitting.Length} allowed words are too many or too long for AutoMod");
        return [.. fitting];
    }

    private static void Limit(int count, int most, string what, List<string> obstacles)
    {
        if (count > most)
            obstacles.Add($"AutoMod takes at most {most:N0} {what}; the rule has {count:N0}");
    }
}
