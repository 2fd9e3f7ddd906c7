using System.Globalization;
using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>The author's strike points, or a named counter.</summary>
/// <param name="Counter">The counter's name; null for strike points.</param>
/// <param name="Over">At least so much, rather than less.</param>
/// <param name="Amount">0..1,000,000.</param>
public sealed record AmountCondition(string? Counter, bool Over, double Amount) : RuleCondition
{
    public const double Greatest = 1_000_000;

    public override bool Holds(Occurrence occurrence, MemberFacts member)
    {
        double held = Counter is null ? member.Strikes : member.Counters.GetValueOrDefault(Counter);
        return (held >= Amount) == Over;
    }

    public override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Counter is null ? "the author's strike points are" : $"the counter {Counter} is")} {(Over ? "at least" : "below")} {Amount:0.##}");
}
