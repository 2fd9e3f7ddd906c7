using Microsoft.Extensions.Hosting;

namespace ModBot.Dashboard.Serving;

/// <summary>Leaves Ctrl+C and SIGTERM to whoever embeds the page.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
