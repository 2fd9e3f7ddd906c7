using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Core.Ports;

/// <summary>Keeps every version of every guild's rules.</summary>
public interface IRuleSetStore
{
    /// <summary>The newest version; null where the guild still has the default rule set.</summary>
    Task<RuleSetRevision?> GetAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>One version; null where the guild has none of that number, such as that of the default rule set.</summary>
    Task<RuleSetRevision?> FindAsync(Snowflake guild, int version, CancellationToken cancellationToken);

    /// <summary>Adds a version.</summary>
    /// <returns>False where somebody else stored that version first: read again and repeat the change.</returns>
    Task<bool> AddAsync(Snowflake guild, RuleSetRevision revision, CancellationToken cancellationToken);

    /// <summary>Versions, newest first, at most <paramref name="limit"/> (1..100).</summary>
    Task<IReadOnlyList<RuleSetRevision>> ListAsync(Snowflake guild, int limit, CancellationToken cancellationToken);
}
