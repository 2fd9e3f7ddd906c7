using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;
using ModBot.Storage.Cases;

namespace ModBot.Storage.Engines;

/// <summary>What is stored and asked for every message: the part of the moderation log that each engine does in its own way, for speed.</summary>
internal interface IJudgementStore
{
    /// <summary>Stores a judgement under its key, at most once, with its case, whose actions are leased, where there is evidence of one.</summary>
    /// <exception cref="StorageException">Nothing was stored.</exception>
    Task<RecordedJudgement> RecordAsync(Judgement judgement, SealedEvidence? evidence, ActionLease lease, CancellationToken cancellationToken);

    /// <summary>The newest judgement of a message.</summary>
    Task<JudgementSummary?> FindAsync(Snowflake guild, Snowflake message, CancellationToken cancellationToken);

    Task<bool> IsJudgedAsync(MessageKey key, CancellationToken cancellationToken);

    /// <summary>How many of a member's messages were judged.</summary>
    Task<int> CountJudgedAsync(Snowflake guild, Snowflake author, CancellationToken cancellationToken);

    /// <summary>How many messages of a guild were judged, by each disposition.</summary>
    Task<IReadOnlyDictionary<Disposition, long>> CountAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Brings the columns of the tables guilds, members and judgement_counts up to what is stored now.</summary>
    Task SettleCountersAsync(CancellationToken cancellationToken);
}
