using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Ports;

/// <summary>The durable moderation log. What a returned task says is stored survives a crash.</summary>
public interface IModerationLog
{
    /// <summary>
    /// Stores a judgement under its key, at most once. A case gets the guild's next number with all of the verdict's actions as
    /// pending, in the same transaction and leased to this process (<see cref="IActionOutbox"/>); a log verdict becomes a counter and an entry in the recent table.
    /// </summary>
    Task<RecordedJudgement> RecordAsync(Judgement judgement, CancellationToken cancellationToken);

    /// <summary>The newest judgement of a message, or null where it was never judged or is pruned.</summary>
    Task<JudgementSummary?> FindJudgementAsync(Snowflake guild, Snowflake message, CancellationToken cancellationToken);

    /// <summary>True where this very revision was judged.</summary>
    Task<bool> IsJudgedAsync(MessageKey key, CancellationToken cancellationToken);

    Task<ModerationCase?> GetCaseAsync(Snowflake guild, long number, CancellationToken cancellationToken);

    Task<IReadOnlyList<ModerationCase>> ListCasesAsync(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>How many cases an incident has, its first included; 0 where there is none.</summary>
    Task<long> CountIncidentAsync(Snowflake guild, long incidentNumber, CancellationToken cancellationToken);

    /// <summary>Guilds that have cases, by id.</summary>
    Task<IReadOnlyList<Snowflake>> ListGuildsAsync(CancellationToken cancellationToken);

    /// <summary>Remembers where a case's card stands.</summary>
    Task SetCardAsync(Snowflake guild, long number, MessageReference card, CancellationToken cancellationToken);

    /// <summary>Adds a review from which nothing follows.</summary>
    Task<RecordedReview?> AddReviewAsync(Snowflake guild, long number, Review review, CancellationToken cancellationToken) => AddReviewAsync(guild, number, review, [], cancellationToken);

    /// <summary>Adds a review. Of several at once exactly one decides. Null where there is no such case.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="number">The case.</param>
    /// <param name="review">The review.</param>
    /// <param name="then">What follows where it decides, stored with it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<RecordedReview?> AddReviewAsync(Snowflake guild, long number, Review review, IReadOnlyCollection<FollowUp> then, CancellationToken cancellationToken);

    /// <summary>The messages of a member that were judged within a time, newest first.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="author">Whose.</param>
    /// <param name="from">Posted no earlier.</param>
    /// <param name="to">Posted earlier.</param>
    /// <param name="limit">1..200.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<MessageReference>> ListMessagesAsync(Snowflake guild, Snowflake author, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);

    /// <summary>How many messages were judged, by disposition.</summary>
    Task<IReadOnlyDictionary<Disposition, long>> CountAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>How many of a member's messages this guild's bot has judged: what standing asks for.</summary>
    Task<int> CountJudgedAsync(Snowflake guild, Snowflake author, CancellationToken cancellationToken);

    /// <summary>Forgets recent log verdicts older than <paramref name="recentBefore"/> and erases evidence that has expired at <paramref name="now"/>.</summary>
    /// <returns>How many recent entries and how many pieces of evidence went.</returns>
    Task<(int Recent, int Evidence)> PruneAsync(DateTimeOffset recentBefore, DateTimeOffset now, CancellationToken cancellationToken);
}
