using Dapper;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Storage.Engines;

namespace ModBot.Storage;

/// <summary>Guild settings, as one document a guild.</summary>
internal sealed class GuildSettingsStore(IDatabase database) : IGuildSettingsStore
{
    /// <exception cref="StorageException">The stored settings cannot be read by this program.</exception>
    public Task<GuildSettings> GetAsync(Snowflake guild, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Connection.QuerySingleOrDefault<string>("SELECT settings FROM guild_settings WHERE guild_id = @Guild", new { Guild = StoredValue.Of(guild) }) is { } document
            ? GuildSettingsDocument.Read(guild, document)
            : new GuildSettings(),
        cancellationToken);

    public Task SaveAsync(Snowflake guild, GuildSettings settings, CancellationToken cancellationToken)
    {
        var parameters = new { Guild = StoredValue.Of(guild), Settings = GuildSettingsDocument.Write(settings) };
        return database.WriteAsync(
            session => session.Connection.Execute(
                "INSERT INTO guild_settings (guild_id, settings) VALUES (@Guild, @Settings) ON CONFLICT (guild_id) DO UPDATE SET settings = excluded.settings", parameters),
            cancellationToken);
    }
}
