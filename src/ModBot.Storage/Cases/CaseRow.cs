namespace ModBot.Storage.Cases;

/// <summary>A case with its evidence as both engines give it.</summary>
internal struct CaseRow
{
    public long CaseId { get; init; }

    public long Number { get; init; }

    public long MessageId { get; init; }

    public string Revision { get; init; }

    public long ChannelId { get; init; }

    public long AuthorId { get; init; }

    public string AuthorName { get; init; }

    public long PostedAt { get; init; }

    public long OpenedAt { get; init; }

    public long Disposition { get; init; }

    public long Intended { get; init; }

    public long Categories { get; init; }

    public double? Spam { get; init; }

    public string Rule { get; init; }

    public long RuleSetVersion { get; init; }

    public string ModelVersion { get; init; }

    public long Private { get; init; }

    public long IncidentNumber { get; init; }

    public long? CardChannelId { get; init; }

    public long? CardMessageId { get; init; }

    public byte[]? Protected { get; init; }

    public long? ExpiresAt { get; init; }
}
