using Dapper;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sanctions;

/// <summary>Guild states, as one document a guild.</summary>
internal sealed class GuildStateStore(IDatabase database) : IGuildStateStore
{
    private const string Select = "SELECT state FROM guild_states WHERE guild_id = @Guild";

    /// <exception cref="StorageException">The stored state cannot be read by this program.</exception>
    public Task<GuildState> GetAsync(Snowflake guild, CancellationToken cancellationToken) => database.ReadAsync(
        session => GuildStateDocument.Read(guild, session.Connection.QuerySingleOrDefault<string>(Select, new { Guild = StoredValue.Of(guild) })), cancellationToken);

    public Task<GuildState> ChangeAsync(Snowflake guild, Func<GuildState, GuildState> change, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Serialize("guild_states", StoredValue.Of(guild));
            GuildState changed = change(GuildStateDocument.Read(guild, session.Connection.QuerySingleOrDefault<string>(Select, new { Guild = StoredValue.Of(guild) })));
            if (changed == GuildState.Calm)
                session.Connection.Execute("DELETE FROM guild_states WHERE guild_id = @Guild", new { Guild = StoredValue.Of(guild) });
            else
                Store(session, guild, changed);
            return changed;
        },
        cancellationToken);

    public Task<IReadOnlyList<Snowflake>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Snowflake>>(
        session => [.. session.Connection.Query<long>("SELECT guild_id FROM guild_states ORDER BY guild_id LIMIT 10000").Select(StoredValue.Snowflake)], cancellationToken);

    private static void Store(WritingSession session, Snowflake guild, GuildState state) => session.Connection.Execute(
        "INSERT INTO guild_states (guild_id, state) VALUES (@Guild, @State) ON CONFLICT (guild_id) DO UPDATE SET state = excluded.state",
        new { Guild = StoredValue.Of(guild), State = StoredValue.Of(GuildStateDocument.Write(state)) });
}
