using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace ModBot.SlashCommands;

/// <summary>Commands that run beside the guilds' events, a few at a time, and end with the process.</summary>
internal sealed class LongCommands : IHostedService, IDisposable
{
    /// <summary>Each may hold thousands of messages in memory and waits for the platform's limits.</summary>
    private const int Most = 4;

    private readonly ConcurrentDictionary<Task, byte> running = new();
    private readonly CancellationTokenSource stopping = new();
    private int count;

    /// <summary>Starts it; false where too many run already.</summary>
    public bool TryStart(Func<CancellationToken, Task> command)
    {
        if (Interlocked.Increment(ref count) > Most)
        {
            Interlocked.Decrement(ref count);
            return false;
        }

        Task task = RunAsync(command);
        running[task] = 0;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return true;
    }

    /// <summary>Completes when none runs any more.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(running.Keys);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    private async Task RunAsync(Func<CancellationToken, Task> command)
    {
        // Off the caller's time at once: it is the guild's lane.
        await Task.Yield();
        try
        {
            await command(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process ends; whoever asked has to ask again.
        }
        finally
        {
            Interlocked.Decrement(ref count);
        }
    }
}
