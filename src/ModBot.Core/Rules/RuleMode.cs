namespace ModBot.Core.Rules;

/// <summary>How far a rule, or a guild as a whole, goes. Ordered: the milder of the two wins.</summary>
public enum RuleMode
{
    /// <summary>Does not look.</summary>
    Off = 0,

    /// <summary>Looks and records what it would have done.</summary>
    Shadow = 1,

    /// <summary>Acts.</summary>
    Enforce = 2,
}
