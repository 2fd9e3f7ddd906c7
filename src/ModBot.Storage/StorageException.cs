namespace ModBot.Storage;

/// <summary>The store could not be opened, or could not do a piece of work; of that work nothing was stored.</summary>
public sealed class StorageException(StorageFault fault, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public StorageFault Fault { get; } = fault;

    /// <summary>True where the same work may succeed later, with nothing changed in this program.</summary>
    public bool MayPass => Fault is StorageFault.Full or StorageFault.InputOutput or StorageFault.Busy or StorageFault.Unreachable;
}
