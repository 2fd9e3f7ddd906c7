using ModBot.Core.Filters;
using ModBot.Core.Learning;
using ModBot.Core.Rules;

namespace ModBot.Learning;

/// <summary>The rule of a guild that asks the model: the first one that uses the spam filter.</summary>
internal static class SpamRule
{
    /// <summary>Null where the guild has none.</summary>
    public static Rule? Find(RuleSet rules) => rules.Rules.FirstOrDefault(rule => rule.Options is SpamFilterOptions);

    public static SpamThresholds ThresholdsOf(Rule rule)
    {
        var options = (SpamFilterOptions)rule.Options;
        return new SpamThresholds(options.FlagThreshold, options.DeleteThreshold);
    }

    /// <summary>The next version with these thresholds; null where the guild has no such rule or they are set already.</summary>
    public static RuleSet? With(RuleSet rules, SpamThresholds thresholds) => Find(rules) is { } rule && ThresholdsOf(rule) != thresholds
        ? rules.With(rule with { Options = (SpamFilterOptions)rule.Options with { FlagThreshold = thresholds.Flag, DeleteThreshold = thresholds.Delete } })
        : null;
}
