using System.Data.Common;

namespace ModBot.Storage.Engines;

/// <summary>A connection to read on, each statement seeing what is stored when it begins. Used by one thread at a time, and not kept.</summary>
internal abstract class ReadingSession
{
    public abstract DbConnection Connection { get; }

    /// <summary>Runs several statements over one state of the database.</summary>
    public abstract TResult Snapshot<TResult>(Func<TResult> read);
}
