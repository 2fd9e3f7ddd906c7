using ModBot.Core.Messages;

namespace ModBot.Core.Verdicts;

/// <summary>A filter matched under a rule.</summary>
public sealed record Hit
{
    public required string Rule { get; init; }

    public required string Filter { get; init; }

    public required Category Category { get; init; }

    /// <summary>What this hit alone asks for, before standing, errors and mode are weighed.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>One sentence for a moderator: what was seen and against which bound.</summary>
    public required string Reason { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>0..1 from a model, points from a filter; null where the filter only says yes.</summary>
    public double? Score { get; init; }

    /// <summary>True where only a model's probability carries the hit.</summary>
    public bool ByModel { get; init; }

    /// <summary>True where the rule runs in shadow: recorded, never acted on.</summary>
    public bool Shadow { get; init; }

    /// <summary>Other messages with the same cause, the newest last: what "delete repeats" removes besides this one.</summary>
    public IReadOnlyList<MessageReference> Related { get; init; } = [];

    /// <summary>Other members with the same cause: whom a rule's sanctions are for besides the author.</summary>
    public IReadOnlyList<Snowflake> RelatedMembers { get; init; } = [];

    /// <summary>Messages with the same key within one guild form one incident; null for a case of its own.</summary>
    public string? IncidentKey { get; init; }
}
