using System.Collections.Immutable;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.Trials;

/// <summary>How a rule met a message.</summary>
public enum RuleLookKind
{
    /// <summary>It saw what it looks for.</summary>
    Hit,

    /// <summary>It looked and saw nothing.</summary>
    Nothing,

    /// <summary>It left the message alone because of its author or place.</summary>
    Exempt,

    /// <summary>Its mode is off.</summary>
    Off,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It looks at other things than messages.</summary>
    Elsewhere,
}

/// <summary>How one rule met a message.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">How.</param>
/// <param name="Reason">What it saw, why it did not look, or what failed; empty where it saw nothing.</param>
/// <param name="Otherwise">What it would have seen without exemption and in enforce mode; empty where it would have seen nothing, or did look.</param>
/// <param name="Disposition">What its hits ask for; null without one.</param>
/// <param name="NearMisses">Single options that would make it hit with another value, the nearest such value each.</param>
public sealed record RuleLook(Rule Rule, RuleLookKind Kind, string Reason, string Otherwise, Disposition? Disposition, ImmutableArray<NearMiss> NearMisses);

/// <summary>An option's value that would have made a rule hit.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="Now">What it is, as documents write it.</param>
/// <param name="Needed">The nearest value that hits.</param>
public sealed record NearMiss(string Option, string Now, string Needed);
