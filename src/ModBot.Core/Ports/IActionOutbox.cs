using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Core.Ports;

/// <summary>
/// What cases intend and nobody has done yet. A process works on a case's actions under a lease: whoever records a case has it
/// from then on, anybody else claims it. A lease ends by itself after <see cref="Lease"/>, and at once when its process ends.
/// </summary>
public interface IActionOutbox
{
    /// <summary>How long a lease holds; renewed well before that while the work goes on.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Cases with something due that no living process works on, oldest first.</summary>
    /// <param name="after">Only what comes after this <see cref="DueCase.Position"/>; 0 from the beginning.</param>
    /// <param name="limit">1..1,000.</param>
    Task<IReadOnlyList<DueCase>> ListDueAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Takes what is due of a case, named in <see cref="ModerationCase.Claimed"/>; null where nothing is, or another was faster.</summary>
    Task<ModerationCase?> ClaimAsync(Snowflake guild, long number, CancellationToken cancellationToken);

    /// <summary>Makes the leases on these actions last from now. Those that were lost meanwhile stay lost.</summary>
    Task RenewAsync(IReadOnlyCollection<long> actionIds, CancellationToken cancellationToken);

    /// <summary>
    /// Stores how a try ended and gives the action back. One that has ended stays as it is; a try without success by a process that lost
    /// the lease changes nothing.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such action.</exception>
    Task EndAsync(ActionEnd end, CancellationToken cancellationToken);

    /// <summary>
    /// Adds to a case what follows from its actions. What follows from the same action already and is not done yet becomes due no later
    /// than now asked for; what is done stays so.
    /// </summary>
    Task FollowAsync(Snowflake guild, long number, IReadOnlyCollection<FollowUp> followUps, CancellationToken cancellationToken);

    /// <summary>What was to follow from an action and has not been done is not done.</summary>
    Task DropFollowUpsAsync(long cause, string why, CancellationToken cancellationToken);

    /// <summary>Ends a pending action that nobody works on just now without doing it.</summary>
    /// <returns>False where it has ended, or is being done.</returns>
    Task<bool> CancelAsync(long actionId, string why, CancellationToken cancellationToken);

    /// <summary>Notes what was there before an action is done, once: a second try keeps what the first found.</summary>
    /// <returns>What is noted.</returns>
    Task<string> NoteAsync(long actionId, string prior, CancellationToken cancellationToken);

    /// <summary>Takes back what was noted.</summary>
    Task ClearNoteAsync(long actionId, CancellationToken cancellationToken);

    /// <summary>Actions of a kind that were done and not taken back, oldest first, at most 200.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="author">Only of cases about this member; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<CaseAction>> ListStandingAsync(Snowflake guild, ActionKind kind, Snowflake? author, CancellationToken cancellationToken);

    /// <summary>The moderators know of the failure, or cannot be told.</summary>
    Task MarkToldAsync(IReadOnlyCollection<long> actionIds, CancellationToken cancellationToken);
}
