using Dapper;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage;

/// <summary>Shards' progress, one row a shard.</summary>
internal sealed class ShardProgressStore(IDatabase database) : IShardProgressStore
{
    public Task<ShardProgress?> LoadAsync(string bot, int shard, int total, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Connection.Query<(string? Session, string? Url, long Sequence, long Through)>(
            "SELECT session_id, resume_url, sequence, handled_through FROM shard_progress WHERE bot = @bot AND total = @total AND shard = @shard",
            new { bot, shard, total }).Select(row => new ShardProgress
            {
                Bot = bot,
                Shard = shard,
                Total = total,
                SessionId = row.Session,
                ResumeUrl = row.Url,
                Sequence = row.Sequence,
                HandledThrough = StoredValue.Time(row.Through),
            }).SingleOrDefault(),
        cancellationToken);

    public Task SaveAsync(IReadOnlyCollection<ShardProgress> progress, CancellationToken cancellationToken)
    {
        var rows = progress.OrderBy(one => one.Shard).Select(one => new
        {
            one.Bot,
            one.Total,
            one.Shard,
            Session = one.SessionId is { } id ? StoredValue.Of(id) : null,
            Url = one.ResumeUrl is { } url ? StoredValue.Of(url) : null,
            one.Sequence,
            Through = StoredValue.Of(one.HandledThrough),
        }).ToArray();
        return database.WriteAsync(
            session => session.Connection.Execute(
                """
                INSERT INTO shard_progress (bot, total, shard, session_id, resume_url, sequence, handled_through)
                VALUES (@Bot, @Total, @Shard, @Session, @Url, @Sequence, @Through)
                ON CONFLICT (bot, total, shard) DO UPDATE SET session_id = excluded.session_id, resume_url = excluded.resume_url,
                    sequence = excluded.sequence, handled_through = excluded.handled_through
                """,
                rows),
            cancellationToken);
    }
}
