using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>What a filter reports where a reason and evidence alone do not say it all.</summary>
/// <param name="Reason">One sentence for a moderator.</param>
public sealed record FilterFinding(string Reason)
{
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Replaces the rule's category.</summary>
    public Category? Category { get; init; }

    /// <summary>Caps the rule's verdict for this hit.</summary>
    public Disposition? AtMost { get; init; }

    public double? Score { get; init; }

    /// <summary>Replaces the filter's own <see cref="FilterDefinition.ByModel"/>.</summary>
    public bool? ByModel { get; init; }

    public IReadOnlyList<MessageReference> Related { get; init; } = [];

    /// <summary>Other members with the same cause.</summary>
    public IReadOnlyList<Snowflake> RelatedMembers { get; init; } = [];

    public string? IncidentKey { get; init; }
}
