using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>An action that a rule asks for, with its parameters. Each kind derives its own record in <c>ModBot.Core.Actions</c>.</summary>
public abstract record RuleAction : OptionRecord
{
    public abstract ActionKind Kind { get; }

    /// <summary>True where it is done to the author against their will: never to moderators, never for a private flag.</summary>
    public virtual bool Punishes => false;

    /// <summary>How hard a sanction is. Of those above 0 a verdict carries the hardest only.</summary>
    public virtual int Hardness => 0;

    /// <summary>True where both are one effect, so that a verdict carries their <see cref="Merge"/> only.</summary>
    public virtual bool Overlaps(RuleAction other) => Kind == other.Kind;

    /// <summary>The harsher of the two, or their sum; of two overlapping actions that different rules ask for.</summary>
    public virtual RuleAction Merge(RuleAction other) => this;

    /// <summary>The longer of two times of which 0 is for good.</summary>
    private protected static TimeSpan Longer(TimeSpan left, TimeSpan right) =>
        left == TimeSpan.Zero || right == TimeSpan.Zero ? TimeSpan.Zero : left > right ? left : right;
}
