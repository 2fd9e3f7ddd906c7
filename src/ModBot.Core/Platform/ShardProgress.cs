namespace ModBot.Core.Platform;

/// <summary>How far a gateway shard's events have been handled: what the process that runs the shard next goes on from.</summary>
public sealed record ShardProgress
{
    /// <summary>Stands for the bot and the server, so that one database can serve another bot later.</summary>
    public required string Bot { get; init; }

    public required int Shard { get; init; }

    /// <summary>How many shards the bot has.</summary>
    public required int Total { get; init; }

    /// <summary>Null where there is no session to take up again.</summary>
    public string? SessionId { get; init; }

    /// <summary>Null for the gateway's own address.</summary>
    public string? ResumeUrl { get; init; }

    /// <summary>The session's newest event of which all before it, and itself, are handled.</summary>
    public long Sequence { get; init; }

    /// <summary>Everything that came before this moment is handled.</summary>
    public required DateTimeOffset HandledThrough { get; init; }
}
