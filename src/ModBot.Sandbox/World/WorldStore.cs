using System.Diagnostics;
using System.Text.Json;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>
/// Keeps the world in one JSON file: read at the start, written a moment after a change and when stopped, each time to a
/// neighbouring file that then takes the old one's place.
/// </summary>
internal sealed class WorldStore(string? path, TimeProvider time) : IAsyncDisposable
{
    /// <summary>How long changes gather before a write, at least.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(500);

    /// <summary>A large world is written more rarely: at most this share of the time goes into writing.</summary>
    private const int RestsPerWrite = 20;

    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _changed = new(0, 1);
    private WorldState? _world;
    private Task _writing = Task.CompletedTask;
    private int _dirty;

    /// <summary>The file's world, or null where there is no file.</summary>
    /// <exception cref="SandboxStateException">The file cannot be read as a sandbox world.</exception>
    public WorldDocument? Read()
    {
        if (path is null || !File.Exists(path))
            return null;
        try
        {
            using FileStream stream = File.OpenRead(path);
            WorldDocument document = JsonSerializer.Deserialize(stream, WorldJson.Default.WorldDocument)
                ?? throw new SandboxStateException($"The sandbox's state file {path} is empty. Delete it to start afresh.");
            return document.Version == WorldDocument.CurrentVersion
                ? document
                : throw new SandboxStateException($"The sandbox's state file {path} has version {document.Version}; this program reads version {WorldDocument.CurrentVersion}. Delete it to start afresh.");
        }
        catch (JsonException fault)
        {
            throw new SandboxStateException($"The sandbox's state file {path} is damaged ({fault.Message}). Delete it to start afresh.", fault);
        }
    }

    public void Watch(WorldState world)
    {
        _world = world;
        if (path is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _writing = WriteChangesAsync(_stopping.Token);
    }

    /// <summary>Says that there is something to write. Never blocks.</summary>
    public void MarkChanged()
    {
        if (path is not null && Interlocked.Exchange(ref _dirty, 1) == 0)
            _changed.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (path is not null && _world is not null)
            await WriteAsync();
        _stopping.Dispose();
        _changed.Dispose();
    }

    private async Task WriteChangesAsync(CancellationToken cancellationToken)
    {
        TimeSpan rest = Delay;
        while (true)
        {
            await _changed.WaitAsync(cancellationToken);
            await Task.Delay(rest, time, cancellationToken);
            Volatile.Write(ref _dirty, 0);
            long start = Stopwatch.GetTimestamp();
            await WriteAsync();
            TimeSpan took = Stopwatch.GetElapsedTime(start) * RestsPerWrite;
            rest = took > Delay ? took : Delay;
        }
    }

    private async Task WriteAsync()
    {
        byte[] bytes;
        lock (_world!.Gate)
            bytes = JsonSerializer.SerializeToUtf8Bytes(_world.ToDocument(), WorldJson.Default.WorldDocument);
        string next = path + ".next";
        await File.WriteAllBytesAsync(next, bytes);
        File.Move(next, path!, overwrite: true);
    }
}
