using Microsoft.Extensions.Hosting;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Hosting;

/// <summary>Keeps the bot connected for as long as the process runs. A fatal answer of the platform ends the process with its one line.</summary>
internal sealed class BotWorker(IPlatformConnection connection, IPlatformEventHandler handler, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly TaskCompletionSource<Exception> failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the bot cannot go on.</summary>
    public Task<Exception> Failure => failure.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await connection.RunAsync(handler, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            failure.TrySetResult(fault);
            lifetime.StopApplication();
            return;
        }

        if (!stoppingToken.IsCancellationRequested)
        {
            failure.TrySetResult(new PlatformFatalException("The connection ended and gave no reason."));
            lifetime.StopApplication();
        }
    }
}
