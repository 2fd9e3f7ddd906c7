namespace ModBot.Core.Cases;

/// <summary>How a try of an action ended.</summary>
public sealed record ActionEnd
{
    public required long ActionId { get; init; }

    /// <summary><see cref="ActionState.Pending"/> for a try that is to be repeated.</summary>
    public required ActionState State { get; init; }

    /// <summary>What went wrong, or what was done.</summary>
    public required string Detail { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When a pending one is tried again; null for at once.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The moderators are to be told that it failed for good.</summary>
    public bool Tell { get; init; }
}
