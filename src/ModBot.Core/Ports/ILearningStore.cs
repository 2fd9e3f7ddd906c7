using ModBot.Core.Learning;
using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>Keeps what each guild allows to be learned, its administrators' examples, and its own model.</summary>
public interface ILearningStore
{
    /// <summary>The state; the default where nothing was stored.</summary>
    Task<LearningState> GetAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Changes the newest state; of several at once each sees the other's. The change may run more than once.</summary>
    /// <returns>The stored state.</returns>
    Task<LearningState> ChangeAsync(Snowflake guild, Func<LearningState, LearningState> change, CancellationToken cancellationToken);

    /// <summary>Adds an example.</summary>
    /// <returns>Its id; null where the guild has <see cref="GuildExample.Most"/> already.</returns>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    Task<long?> AddExampleAsync(Snowflake guild, GuildExample example, CancellationToken cancellationToken);

    /// <summary>The guild's examples, oldest first; those whose key is gone are left out.</summary>
    Task<IReadOnlyList<GuildExample>> ListExamplesAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <returns>False where the guild has no such example.</returns>
    Task<bool> RemoveExampleAsync(Snowflake guild, long id, CancellationToken cancellationToken);

    /// <summary>Keeps the guild's own model, in the place of an earlier one.</summary>
    Task SaveModelAsync(Snowflake guild, ReadOnlyMemory<byte> artifact, CancellationToken cancellationToken);

    /// <summary>The guild's own model; null where it has none.</summary>
    Task<byte[]?> FindModelAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Erases the guild's examples and its model.</summary>
    /// <returns>How many examples there were.</returns>
    Task<int> EraseAsync(Snowflake guild, CancellationToken cancellationToken);
}
