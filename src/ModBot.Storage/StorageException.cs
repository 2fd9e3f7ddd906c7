namespace ModBot.Storage;

/// <summary>The store could not be opened, or could not do a piece of work; of that work nothing was stored.</summary>
public sealed class StorageException(StorageFault fault, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public StorageFault Fault { get; } = fault;
}
