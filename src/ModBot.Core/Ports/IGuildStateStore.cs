using ModBot.Core.Guilds;
using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>Keeps what holds each guild's rules back or heightens them.</summary>
public interface IGuildStateStore
{
    /// <summary>The state as last stored; what has ended may still stand in it.</summary>
    Task<GuildState> GetAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Guilds whose stored state is not calm, what has ended included; at most 10,000.</summary>
    Task<IReadOnlyList<Snowflake>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Changes the newest state; of several at once each sees the other's. The change may run more than once.</summary>
    /// <returns>The stored state.</returns>
    Task<GuildState> ChangeAsync(Snowflake guild, Func<GuildState, GuildState> change, CancellationToken cancellationToken);
}
