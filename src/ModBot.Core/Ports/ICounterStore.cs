using ModBot.Core.Members;
using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>The named counters.</summary>
public interface ICounterStore
{
    /// <summary>Changes a counter, once for each action.</summary>
    /// <returns>What it stands at now, and what it stood at before; where the action had changed it already, what it stood at before is not known.</returns>
    Task<(double Value, double? Before)> ChangeAsync(CounterChange change, CancellationToken cancellationToken);

    /// <summary>The counters of these subjects (a member, a channel, the guild itself), as last changed; at most 500.</summary>
    Task<IReadOnlyList<CounterReading>> ReadAsync(Snowflake guild, IReadOnlyCollection<Snowflake> subjects, CancellationToken cancellationToken);

    /// <summary>Sets counters of a subject back to 0.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="subject">Whose.</param>
    /// <param name="name">Which; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many were above 0.</returns>
    Task<int> ResetAsync(Snowflake guild, Snowflake subject, string? name, CancellationToken cancellationToken);
}
