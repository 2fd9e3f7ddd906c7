namespace ModBot.Sandbox;

/// <content>Waiting for what a connected bot does.</content>
public sealed partial class SandboxWorld
{
    /// <summary>Waits until the probe finds something, looking again after every change of the world.</summary>
    /// <param name="probe">Looks; null means not yet.</param>
    /// <param name="timeout">The longest wait, by the system's clock.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task<T> WaitForAsync<T>(Func<SandboxWorld, T?> probe, TimeSpan timeout, CancellationToken cancellationToken = default)
        where T : class
    {
        using var patience = new CancellationTokenSource(timeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            Task change = _changes.Next;
            if (probe(this) is { } found)
                return found;
            try
            {
                await change.WaitAsync(either.Token);
            }
            catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"The sandbox saw nothing of the kind within {timeout.TotalSeconds:0.#} s.", fault);
            }
        }
    }

    /// <summary>Waits until a bot has an open session.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public Task WaitForBotAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        WaitForAsync(world => world.BotConnected ? "connected" : null, timeout, cancellationToken);
}
