namespace ModBot.Storage.Engines;

/// <summary>
/// The database that stores run their SQL on. A store is written once, against this and with Dapper, in SQL that every engine
/// understands; a new table is a numbered script for each engine. Only what happens for every message is written for each
/// engine apart (<see cref="IJudgementStore"/>).
/// <list type="bullet">
/// <item>Parameters are <c>@Name</c>; ids, times and texts go through <see cref="StoredValue"/>. A flag is 0 or 1, an enum its number.</item>
/// <item>INTEGER, TEXT, BLOB and REAL in SQLite's scripts are bigint, text, bytea and double precision in PostgreSQL's.</item>
/// <item>Good on both: <c>INSERT … ON CONFLICT (…) DO UPDATE SET n = t.n + excluded.n</c> (the old value always with its table's name),
/// <c>DO NOTHING</c>, <c>RETURNING</c>, <c>UPDATE … FROM</c>, <c>IS NOT DISTINCT FROM</c>, <c>(a, b) &gt; (@A, @B)</c>,
/// <c>CASE WHEN … THEN 1 ELSE 0 END</c> for a flag, <c>CAST(sum(n) AS bigint)</c>, window functions; for lists <see cref="DatabaseSession.Among"/>.</item>
/// <item>Good on one only: <c>INSERT OR …</c>, <c>rowid</c>, comparing a flag with <c>NOT x</c>, <c>LIKE</c> without <c>lower(…)</c>, date functions,
/// <c>format</c> and <c>printf</c>, a bare column beside an aggregate, <c>LIMIT -1</c>.</item>
/// </list>
/// </summary>
internal interface IDatabase : IStorage
{
    /// <summary>
    /// Does the work in a transaction; the task ends when it is stored. On SQLite others may share the transaction and no other
    /// write runs meanwhile. On PostgreSQL other writes do: what rests on rows that it only read must call
    /// <see cref="WritingSession.Serialize"/> first. The work may run again after a fault, so it changes nothing but the database.
    /// </summary>
    /// <exception cref="StorageException">Nothing was stored.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before its turn came; nothing was stored.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    Task<TResult> WriteAsync<TResult>(Func<WritingSession, TResult> work, CancellationToken cancellationToken);

    /// <summary>Reads, waiting for a free connection where all are in use. What is stored already is seen.</summary>
    /// <exception cref="StorageException">It could not be read.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    Task<TResult> ReadAsync<TResult>(Func<ReadingSession, TResult> read, CancellationToken cancellationToken);
}
