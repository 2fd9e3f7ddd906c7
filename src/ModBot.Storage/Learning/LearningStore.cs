using System.Text;
using Dapper;
using ModBot.Core.Learning;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Learning;

/// <summary>Learning states as one document a guild, examples encrypted, and one model a guild.</summary>
internal sealed class LearningStore(IDatabase database, IEvidenceProtector protector) : ILearningStore
{
    private const string SelectState = "SELECT state FROM learning_states WHERE guild_id = @Guild";

    /// <exception cref="StorageException">The stored state cannot be read by this program.</exception>
    public Task<LearningState> GetAsync(Snowflake guild, CancellationToken cancellationToken) => database.ReadAsync(
        session => LearningStateDocument.Read(guild, session.Connection.QuerySingleOrDefault<string>(SelectState, new { Guild = StoredValue.Of(guild) })), cancellationToken);

    public Task<LearningState> ChangeAsync(Snowflake guild, Func<LearningState, LearningState> change, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Serialize("learning_states", StoredValue.Of(guild));
            LearningState changed = change(LearningStateDocument.Read(guild, session.Connection.QuerySingleOrDefault<string>(SelectState, new { Guild = StoredValue.Of(guild) })));
            session.Connection.Execute(
                "INSERT INTO learning_states (guild_id, state) VALUES (@Guild, @State) ON CONFLICT (guild_id) DO UPDATE SET state = excluded.state",
                new { Guild = StoredValue.Of(guild), State = StoredValue.Of(LearningStateDocument.Write(changed)) });
            return changed;
        },
        cancellationToken);

    public Task<long?> AddExampleAsync(Snowflake guild, GuildExample example, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(example.Text) || example.Text.Length > GuildExample.LongestText)
            throw new ArgumentException($"An example has 1 to {GuildExample.LongestText} characters.", nameof(example));
        var parameters = new
        {
            Guild = StoredValue.Of(guild),
            Protected = protector.Protect(Encoding.UTF8.GetBytes(example.Text)),
            Spam = example.IsSpam ? 1L : 0L,
            By = StoredValue.Of(example.AddedBy),
            At = StoredValue.Of(example.At),
            Most = (long)GuildExample.Most,
        };
        return database.WriteAsync(
            session =>
            {
                session.Serialize("learning_examples", parameters.Guild);
                return session.Connection.QuerySingleOrDefault<long?>(
                    """
                    INSERT INTO learning_examples (guild_id, protected, spam, added_by, added_at)
                    SELECT @Guild, @Protected, @Spam, @By, @At
                    WHERE (SELECT COUNT(*) FROM learning_examples WHERE guild_id = @Guild) < @Most
                    RETURNING example_id
                    """,
                    parameters);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<GuildExample>> ListExamplesAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        List<ExampleRow> rows = await database.ReadAsync(
            session => session.Connection.Query<ExampleRow>(
                """
                SELECT example_id AS ExampleId, protected AS Protected, spam AS Spam, added_by AS AddedBy, added_at AS AddedAt
                FROM learning_examples WHERE guild_id = @Guild ORDER BY example_id LIMIT @Most
                """,
                new { Guild = StoredValue.Of(guild), GuildExample.Most }).AsList(),
            cancellationToken);
        return [.. rows.Select(Open).OfType<GuildExample>()];
    }

    public Task<bool> RemoveExampleAsync(Snowflake guild, long id, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Connection.Execute("DELETE FROM learning_examples WHERE guild_id = @Guild AND example_id = @Id", new { Guild = StoredValue.Of(guild), Id = id }) > 0, cancellationToken);

    public Task SaveModelAsync(Snowflake guild, ReadOnlyMemory<byte> artifact, CancellationToken cancellationToken)
    {
        var parameters = new { Guild = StoredValue.Of(guild), Artifact = artifact.ToArray() };
        return database.WriteAsync(
            session => session.Connection.Execute(
                "INSERT INTO learning_models (guild_id, artifact) VALUES (@Guild, @Artifact) ON CONFLICT (guild_id) DO UPDATE SET artifact = excluded.artifact", parameters),
            cancellationToken);
    }

    public Task<byte[]?> FindModelAsync(Snowflake guild, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Connection.QuerySingleOrDefault<byte[]?>("SELECT artifact FROM learning_models WHERE guild_id = @Guild", new { Guild = StoredValue.Of(guild) }), cancellationToken);

    public Task<int> EraseAsync(Snowflake guild, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            var parameters = new { Guild = StoredValue.Of(guild) };
            session.Connection.Execute("DELETE FROM learning_models WHERE guild_id = @Guild", parameters);
            return session.Connection.Execute("DELETE FROM learning_examples WHERE guild_id = @Guild", parameters);
        },
        cancellationToken);

    private GuildExample? Open(ExampleRow row) => protector.Unprotect(row.Protected) is not { } text ? null : new GuildExample
    {
        Id = row.ExampleId,
        Text = Encoding.UTF8.GetString(text),
        IsSpam = row.Spam != 0,
        AddedBy = StoredValue.Snowflake(row.AddedBy),
        At = StoredValue.Time(row.AddedAt),
    };
}
