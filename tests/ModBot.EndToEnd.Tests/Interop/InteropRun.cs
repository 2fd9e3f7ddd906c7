using System.Diagnostics;

namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>Runs parts of <c>tests/interop/run</c> in one folder, so that npm's packages are installed once.</summary>
public sealed class InteropRun : IDisposable
{
    /// <summary>For one part, its packages and the model's first training included.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly string folder = Directory.CreateTempSubdirectory("modbot-interop-").FullName;

    /// <summary>Gives the exit code (0: all passed) and everything that was printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string part)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root(), "tests", "interop", "run"), "--work", folder, part])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MODBOT_COMMAND"] = $"dotnet\t{Path.Combine(AppContext.BaseDirectory, "ModBot.dll")}";
        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        string printed = $"{await output}{await errors}";
        return patience.IsCancellationRequested ? (-1, $"Not done within {Limit}.\n{printed}") : (process.ExitCode, printed);
    }

    /// <summary>Installs the packages where that is not done yet, and gives the folder with them and our programs.</summary>
    public async Task<string> InstallAsync()
    {
        (int exitCode, string output) = await RunAsync("install");
        Assert.True(exitCode == 0, output);
        return folder;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Root()
    {
        DirectoryInfo? candidate = new(AppContext.BaseDirectory);
        while (candidate is not null && !File.Exists(Path.Combine(candidate.FullName, "ModBot.sln")))
            candidate = candidate.Parent;
        return candidate?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
