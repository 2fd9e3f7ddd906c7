using Dapper;
using ModBot.Core.Audit;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage;

/// <summary>The audit trail. The schema itself refuses to change or remove an entry.</summary>
internal sealed class AuditTrail(IDatabase database) : IAuditTrail
{
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Guild = StoredValue.Of(entry.GuildId),
            Actor = StoredValue.Of(entry.ActorId),
            Name = StoredValue.Of(entry.ActorName),
            Kind = (long)entry.Kind,
            Subject = StoredValue.Of(Cut(entry.Subject)),
            Detail = StoredValue.Of(Cut(entry.Detail)),
            At = StoredValue.Of(entry.At),
        };
        return database.WriteAsync(
            session => session.Connection.Execute(
                "INSERT INTO audit (guild_id, actor_id, actor_name, kind, subject, detail, done_at) VALUES (@Guild, @Actor, @Name, @Kind, @Subject, @Detail, @At)", parameters),
            cancellationToken);
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        StoredLimit.Check(query.Limit, 200);
        var parameters = new
        {
            Guild = StoredValue.Of(query.GuildId),
            Kind = (long?)query.Kind,
            Actor = query.ActorId is { } actor ? StoredValue.Of(actor) : (long?)null,
            query.Before,
            query.Limit,
        };
        string where = "guild_id = @Guild"
            + (query.Kind is null ? "" : " AND kind = @Kind")
            + (query.ActorId is null ? "" : " AND actor_id = @Actor")
            + (query.Before is null ? "" : " AND entry_id < @Before");
        return database.ReadAsync<IReadOnlyList<AuditEntry>>(
            session =>
            [
                .. session.Connection.Query<EntryRow>(
                    $"""
                    SELECT entry_id AS EntryId, actor_id AS ActorId, actor_name AS ActorName, kind AS Kind, subject AS Subject, detail AS Detail, done_at AS DoneAt
                    FROM audit WHERE {where} ORDER BY entry_id DESC LIMIT @Limit
                    """,
                    parameters).Select(row => new AuditEntry
                    {
                        Id = row.EntryId,
                        GuildId = query.GuildId,
                        ActorId = StoredValue.Snowflake(row.ActorId),
                        ActorName = row.ActorName,
                        Kind = (AuditKind)row.Kind,
                        Subject = row.Subject,
                        Detail = row.Detail,
                        At = StoredValue.Time(row.DoneAt),
                    }),
            ],
            cancellationToken);
    }

    private static string Cut(string text) => text.Length <= AuditEntry.MaximumText ? text : text[..AuditEntry.MaximumText];

    private sealed class EntryRow
    {
        public long EntryId { get; init; }

        public long ActorId { get; init; }

        public string ActorName { get; init; } = "";

        public long Kind { get; init; }

        public string Subject { get; init; } = "";

        public string Detail { get; init; } = "";

        public long DoneAt { get; init; }
    }
}
