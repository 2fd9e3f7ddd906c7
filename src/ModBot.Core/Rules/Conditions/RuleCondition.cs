using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>What must hold, besides the scope, before a rule looks. Pure and immutable.</summary>
public abstract record RuleCondition
{
    /// <summary>The deepest that groups may stand in each other, the outermost counted.</summary>
    public const int MaximumDepth = 4;

    /// <summary>The most groups and tests of one rule.</summary>
    public const int MaximumNodes = 50;

    public abstract bool Holds(Occurrence occurrence, MemberFacts member);

    /// <summary>What must hold, as the end of a sentence that begins with "where".</summary>
    public abstract string Describe();

    /// <summary>Which part does not hold; to be asked only where the whole does not.</summary>
    public virtual string Explain(Occurrence occurrence, MemberFacts member) => Describe();

    /// <summary>This one and all within.</summary>
    public virtual IEnumerable<RuleCondition> Flatten() => [this];
}
