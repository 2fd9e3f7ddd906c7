using ModBot.Storage.Writing;

namespace ModBot.Storage.Sqlite;

/// <summary>A write for the writer's connection.</summary>
internal abstract class SqliteWrite : IQueuedWrite
{
    /// <summary>Does the work inside the group's transaction; may be called again when the group is rolled back.</summary>
    public abstract void Execute(SqliteWriterSession session);

    public abstract bool TryStart();

    public abstract void Succeed();

    public abstract void Fail(Exception exception);
}
