using System.Globalization;
using System.Security.Cryptography;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sqlite;

/// <summary>
/// Each process holds a lock on a file of its own beside the database, named after its number: the system drops the lock when the
/// process ends, however it does, and whoever can lock the file knows.
/// </summary>
internal sealed class SqlitePresence(StorageOptions options) : IProcessPresence, IDisposable
{
    private const int MaximumTries = 100;

    private readonly Lock gate = new();
    private readonly string prefix = options.DatabasePath + ".process-";
    private readonly long own = RandomNumberGenerator.GetInt32(1, int.MaxValue);
    private FileStream? hold;
    private bool disposed;

    public ValueTask<long> JoinAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref hold) is null)
        {
            lock (gate)
                hold ??= Hold();
        }

        return ValueTask.FromResult(own);
    }

    public async ValueTask<IReadOnlyCollection<long>> LivingAsync(CancellationToken cancellationToken)
    {
        List<long> living = [await JoinAsync(cancellationToken)];
        foreach (string path in Directory.GetFiles(Path.GetDirectoryName(prefix)!, Path.GetFileName(prefix) + "*"))
        {
            if (long.TryParse(path.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number != own && IsHeld(path))
                living.Add(number);
        }

        return living;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            hold?.Dispose();
        }
    }

    private FileStream Hold()
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(IStorage));
        string path = prefix + own.ToString(CultureInfo.InvariantCulture);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                FileStream file = Open(path);
                // Between opening and locking another may have taken it for that of a dead process and removed it.
                if (File.Exists(path))
                    return file;
                file.Dispose();
            }
            catch (IOException) when (attempt < MaximumTries)
            {
                // Another looks whether we live, this very moment.
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new StorageException(StorageFault.CannotOpen, $"The file '{path}' cannot be made and locked: {fault.Message}", fault);
            }
        }
    }

    /// <summary>False for the file of a dead process, which is removed.</summary>
    private static bool IsHeld(string path)
    {
        try
        {
            using FileStream file = Open(path);
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
}
