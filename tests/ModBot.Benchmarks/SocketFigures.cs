using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord;

namespace ModBot.Benchmarks;

/// <summary>The same MESSAGE_CREATE over a real WebSocket on loopback, compressed as the client asks for, up to the handler.</summary>
internal sealed class SocketFigures : IPlatformEventHandler, IDisposable
{
    private const int Events = 20_000;
    private const int WarmUpRounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim reached = new(0);
    private long handled;
    private long awaited = 1;

    private SocketFigures()
    {
    }

    public static IEnumerable<Figure> Measure()
    {
        using var figures = new SocketFigures();
        (double cpu, double bytes) = figures.MeasureAsync().GetAwaiter().GetResult();
        yield return new Figure("gateway.messageCreate.socket.cpu", cpu, "us", null);
        yield return new Figure("gateway.messageCreate.socket.allocated", bytes, "B", null);
    }

    public ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
    {
        // The guild counts as one: it says that messages may come.
        if (platformEvent is MessageReceived or GuildAvailable && Interlocked.Increment(ref handled) == Volatile.Read(ref awaited))
            reached.Release();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => reached.Dispose();

    /// <summary>CPU time of this process for one event, the median of rounds, and bytes.</summary>
    private async Task<(double Cpu, double Bytes)> MeasureAsync()
    {
        using Process peer = StartPeer();
        string address = await peer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The peer ended at once.");
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddDiscordClient(new DiscordOptions { Token = "none.of.these", RestUrl = address, GuildQueue = 65_536, TotalQueue = 1_048_576 })
            .BuildServiceProvider();
        using var stopping = new CancellationTokenSource();
        Task running = services.GetRequiredService<IPlatformConnection>().RunAsync(this, stopping.Token);
        await ReachAsync(running);
        for (int i = 0; i < WarmUpRounds; i++)
            await PumpAsync(peer, running);

        var rounds = new double[7];
        using var process = Process.GetCurrentProcess();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (int round = 0; round < rounds.Length; round++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            await PumpAsync(peer, running);
            process.Refresh();
            rounds[round] = (process.TotalProcessorTime - before).TotalMicroseconds / Events;
        }

        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / (rounds.Length * Events);
        await stopping.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        peer.StandardInput.Close();
        await peer.WaitForExitAsync(CancellationToken.None);
        Array.Sort(rounds);
        return (rounds[rounds.Length / 2], bytes);
    }

    private async Task PumpAsync(Process peer, Task running)
    {
        Volatile.Write(ref awaited, Interlocked.Read(ref handled) + Events);
        await peer.StandardInput.WriteLineAsync(Events.ToString(CultureInfo.InvariantCulture));
        await peer.StandardInput.FlushAsync();
        await ReachAsync(running);
    }

    private async Task ReachAsync(Task running)
    {
        if (await reached.WaitAsync(Patience))
            return;
        if (running.IsCompleted)
            await running;
        throw new TimeoutException("The messages did not come.");
    }

    private static Process StartPeer()
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("This process does not know its own program.");
        bool isHost = string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase);
        string[] arguments = isHost ? [Environment.GetCommandLineArgs()[0], SocketPeer.Verb] : [SocketPeer.Verb];
        return Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
