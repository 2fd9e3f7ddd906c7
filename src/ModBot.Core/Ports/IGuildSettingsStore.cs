using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Core.Ports;

/// <summary>Keeps each guild's settings.</summary>
public interface IGuildSettingsStore
{
    /// <summary>The settings; defaults where none were stored.</summary>
    Task<GuildSettings> GetAsync(Snowflake guild, CancellationToken cancellationToken);

    Task SaveAsync(Snowflake guild, GuildSettings settings, CancellationToken cancellationToken);
}
