namespace ModBot.Storage;

/// <summary>The database engines.</summary>
public enum StorageProvider
{
    /// <summary>A file on this machine: one process, nothing to install.</summary>
    Sqlite = 0,

    /// <summary>A server that many processes share.</summary>
    PostgreSql = 1,
}
