using ModBot.Core.Rules;

namespace ModBot.Core.Members;

/// <summary>A change of a counter.</summary>
public sealed record CounterChange
{
    public required CounterKey Key { get; init; }

    /// <summary>How it decays until the change.</summary>
    public required CounterSpec Spec { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Added after decay, the result never less than 0; ignored where <see cref="Set"/> is given.</summary>
    public double Add { get; init; }

    /// <summary>The new value, 0 or more.</summary>
    public double? Set { get; init; }

    /// <summary>The case's action that changes it, under which it is changed once; null for a change of its own.</summary>
    public long? ActionId { get; init; }
}
