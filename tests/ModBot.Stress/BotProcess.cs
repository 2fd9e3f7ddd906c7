using System.Diagnostics;
using ModBot.Sandbox;

namespace ModBot.Stress;

/// <summary>ModBot itself, as people start it, in a process of its own.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly Queue<string> lines = [];

    private BotProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>The last lines that it printed.</summary>
    public string Output
    {
        get
        {
            lock (lines)
                return string.Join(Environment.NewLine, lines);
        }
    }

    /// <summary>Starts it on the sandbox, enforcing, with review cards in the channel <c>review</c>.</summary>
    public static BotProcess Start(SandboxServer server, StressStore store)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ModBot.dll"), "run"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["Discord__Token"] = server.BotToken;
        start.Environment["Discord__RestUrl"] = server.RestUrl.ToString();
        start.Environment["Defaults__Mode"] = "enforce";
        start.Environment["Defaults__ReviewChannel"] = "review";
        start.Environment["Logging__LogLevel__Default"] = Environment.GetEnvironmentVariable("MODBOT_STRESS_LOG") is { Length: > 0 } level ? level : "Warning";
        foreach ((string name, string value) in store.Settings)
            start.Environment[name] = value;
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Ends it as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end (SIGTERM) and waits; kills it where that takes too long.</summary>
    /// <returns>True where it ended by itself, without a fault.</returns>
    public async Task<bool> StopAsync()
    {
        using (Process signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode is 0 or 143;
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (lines)
        {
            if (lines.Count == LinesKept)
                lines.Dequeue();
            lines.Enqueue(line);
        }
    }
}
