using ModBot.Core.Cases;

namespace ModBot.Storage.Cases;

/// <summary>A review with the case it belongs to.</summary>
internal struct ReviewRow
{
    public long CaseId { get; init; }

    public long Decision { get; init; }

    public long ModeratorId { get; init; }

    public string ModeratorName { get; init; }

    public string Reason { get; init; }

    public long ReviewedAt { get; init; }

    public readonly Review ToReview() =>
        new((ReviewDecision)Decision, StoredValue.Snowflake(ModeratorId), ModeratorName, Reason, StoredValue.Time(ReviewedAt));
}
