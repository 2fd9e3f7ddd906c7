using Dapper;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Storage.Engines;

namespace ModBot.Storage;

/// <summary>Rule set versions, each kept.</summary>
internal sealed class RuleSetStore(IDatabase database, RuleSetJson json) : IRuleSetStore
{
    /// <exception cref="StorageException">The stored version cannot be read by this program.</exception>
    public async Task<RuleSetRevision?> GetAsync(Snowflake guild, CancellationToken cancellationToken) => (await ReadAsync(guild, version: null, 1, cancellationToken)).SingleOrDefault();

    /// <exception cref="StorageException">The stored version cannot be read by this program.</exception>
    public async Task<RuleSetRevision?> FindAsync(Snowflake guild, int version, CancellationToken cancellationToken) => (await ReadAsync(guild, version, 1, cancellationToken)).SingleOrDefault();

    /// <exception cref="ArgumentException">A rule uses a filter that this program does not have.</exception>
    public Task<bool> AddAsync(Snowflake guild, RuleSetRevision revision, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Guild = StoredValue.Of(guild),
            revision.Rules.Version,
            Rules = StoredValue.Of(json.Write(revision.Rules)),
            Author = StoredValue.Of(revision.AuthorId),
            Name = StoredValue.Of(revision.AuthorName),
            Change = StoredValue.Of(revision.Change),
            At = StoredValue.Of(revision.At),
        };
        return database.WriteAsync(
            session =>
            {
                session.Serialize("rule_sets", parameters.Guild);
                return session.Connection.Execute(
                    """
                    INSERT INTO rule_sets (guild_id, version, rules, author_id, author_name, change, changed_at)
                    SELECT @Guild, @Version, @Rules, @Author, @Name, @Change, @At
                    WHERE NOT EXISTS (SELECT 1 FROM rule_sets WHERE guild_id = @Guild AND version >= @Version)
                    """,
                    parameters) > 0;
            },
            cancellationToken);
    }

    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1..100.</exception>
    /// <exception cref="StorageException">A stored version cannot be read by this program.</exception>
    public Task<IReadOnlyList<RuleSetRevision>> ListAsync(Snowflake guild, int limit, CancellationToken cancellationToken)
    {
        StoredLimit.Check(limit, 100);
        return ReadAsync(guild, version: null, limit, cancellationToken);
    }

    private Task<IReadOnlyList<RuleSetRevision>> ReadAsync(Snowflake guild, int? version, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RuleSetRevision>>(
            session =>
            [
                .. session.Connection.Query<RuleSetRow>(
                    """
                    SELECT version AS Version, rules AS Rules, author_id AS AuthorId, author_name AS AuthorName, change AS Change, changed_at AS ChangedAt
                    FROM rule_sets WHERE guild_id = @Guild AND (CAST(@version AS INTEGER) IS NULL OR version = @version) ORDER BY version DESC LIMIT @limit
                    """,
                    new { Guild = StoredValue.Of(guild), version, limit }).Select(row => row.ToRevision(guild, json)),
            ],
            cancellationToken);
}
