using ModBot.Core.Members;
using ModBot.Core.Messages;

namespace ModBot.Storage.Sanctions;

/// <summary>A strike as both engines give it.</summary>
internal struct StrikeRow
{
    public long StrikeId { get; init; }

    public long Points { get; init; }

    public long GivenAt { get; init; }

    public long? CaseNumber { get; init; }

    public long? ActionId { get; init; }

    public long? ModeratorId { get; init; }

    public string Reason { get; init; }

    public long Refunded { get; init; }

    public readonly StrikeEntry ToEntry(Snowflake guild, Snowflake member) => new()
    {
        Id = StrikeId,
        GuildId = guild,
        MemberId = member,
        Points = (int)Points,
        At = StoredValue.Time(GivenAt),
        CaseNumber = CaseNumber,
        ActionId = ActionId,
        ModeratorId = ModeratorId is { } moderator ? StoredValue.Snowflake(moderator) : null,
        Reason = Reason,
        IsRefunded = Refunded != 0,
    };
}
