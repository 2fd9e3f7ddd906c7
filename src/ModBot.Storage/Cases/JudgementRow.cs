using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Cases;

/// <summary>What is remembered of a judged message.</summary>
internal struct JudgementRow
{
    public string Revision { get; init; }

    public long ChannelId { get; init; }

    public long AuthorId { get; init; }

    public long Disposition { get; init; }

    public long Categories { get; init; }

    public double? Spam { get; init; }

    public string Rule { get; init; }

    public long JudgedAt { get; init; }

    public long? CaseNumber { get; init; }

    public readonly JudgementSummary ToSummary(Snowflake guild, Snowflake message) => new()
    {
        Key = new MessageKey(guild, message, Revision),
        ChannelId = StoredValue.Snowflake(ChannelId),
        AuthorId = StoredValue.Snowflake(AuthorId),
        Disposition = (Disposition)Disposition,
        Categories = new CategorySet((uint)Categories),
        Spam = Spam is { } spam ? (float)spam : float.NaN,
        Rule = Rule,
        JudgedAt = StoredValue.Time(JudgedAt),
        CaseNumber = CaseNumber,
    };
}
