namespace ModBot.Storage;

/// <summary>What kept the store from doing its work.</summary>
public enum StorageFault
{
    /// <summary>The store refused this one write (a constraint, a value too large); others are not affected.</summary>
    Rejected = 0,

    /// <summary>The file or its folder cannot be created or opened, or the server refuses.</summary>
    CannotOpen,

    /// <summary>It can be read but not written.</summary>
    ReadOnly,

    /// <summary>The file is not a database.</summary>
    NotADatabase,

    /// <summary>It is another program's database.</summary>
    ForeignDatabase,

    /// <summary>The database was written by a newer ModBot.</summary>
    NewerSchema,

    /// <summary>The database is damaged.</summary>
    Corrupt,

    /// <summary>The disk, or the database's own limit, is full.</summary>
    Full,

    /// <summary>The disk failed to read or write.</summary>
    InputOutput,

    /// <summary>Other processes kept the database locked or busy for too long.</summary>
    Busy,

    /// <summary>The database server does not answer.</summary>
    Unreachable,

    /// <summary>A stored document cannot be read by this program.</summary>
    Unreadable,

    /// <summary>Anything else; the inner exception says what.</summary>
    Other,
}
