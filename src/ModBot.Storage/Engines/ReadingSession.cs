namespace ModBot.Storage.Engines;

/// <summary>A connection to read on, each statement seeing what is stored when it begins.</summary>
internal abstract class ReadingSession : DatabaseSession
{
    /// <summary>Runs several statements over one state of the database.</summary>
    public abstract TResult Snapshot<TResult>(Func<TResult> read);
}
