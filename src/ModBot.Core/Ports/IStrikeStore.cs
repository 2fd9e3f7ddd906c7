using ModBot.Core.Members;
using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>The strikes that members were given.</summary>
public interface IStrikeStore
{
    /// <summary>The most entries of one member that are read; older ones no longer count.</summary>
    const int MaximumEntries = 500;

    /// <summary>Adds an entry. One whose action has given its points already is not added again.</summary>
    /// <returns>The member's entries with it, oldest first.</returns>
    Task<IReadOnlyList<StrikeEntry>> AddAsync(StrikeEntry entry, CancellationToken cancellationToken);

    /// <summary>Takes back what an action gave.</summary>
    /// <returns>The points; 0 where it gave none or they are refunded already.</returns>
    Task<int> RefundAsync(Snowflake guild, long actionId, CancellationToken cancellationToken);

    /// <summary>A member's newest entries, oldest first, refunded ones included.</summary>
    Task<IReadOnlyList<StrikeEntry>> ListAsync(Snowflake guild, Snowflake member, CancellationToken cancellationToken);
}
