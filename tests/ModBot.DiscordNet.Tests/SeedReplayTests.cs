using System.Diagnostics;
using System.Globalization;
using ModBot.Core.Seeds;
using ModBot.Core.Verdicts;

namespace ModBot.DiscordNet.Tests;

/// <summary>The main job as a person would start it, with every pairing of client and model: a process, real sockets, the seed.</summary>
public sealed class SeedReplayTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo _store = Directory.CreateTempSubdirectory("modbot-owner-");

    [Theory]
    [InlineData(null, null)]
    [InlineData("discord-net", "built-in")]
    [InlineData("built-in", "microsoft-ml")]
    [InlineData("built-in", "built-in")]
    public async Task The_seed_gets_its_golden_verdicts(string? client, string? trainer)
    {
        (int code, string output, string error) = await RunAsync(client, trainer);
        Assert.True(code == 0, error);
        Assert.Equal("23 messages: 2 deleted, 4 flagged, 17 logged", output.TrimEnd().Split('\n')[^1].Trim());
        using var reader = new StreamReader(Path.Combine(SeedFolder.Path, "golden.jsonl"));
        foreach (GoldenVerdict golden in GoldenVerdict.ReadAll(reader))
        {
            string row = output.Split('\n').Single(line => line.Contains(string.Create(CultureInfo.InvariantCulture, $" {golden.Index} │ {golden.Author} "), StringComparison.Ordinal));
            Assert.Contains($"│ {NameOf(golden.Disposition)} ", row, StringComparison.Ordinal);
        }

        if (trainer is null)
            Assert.Contains("microsoft-ml-", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_not_there_is_named()
    {
        (int code, _, string error) = await RunAsync("discord-sharp", "built-in");
        Assert.NotEqual(0, code);
        Assert.Contains("Discord:Client is 'discord-sharp'; this program has discord-net and built-in", error, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Delete(recursive: true);

    private static string NameOf(Disposition disposition) => disposition.ToString().ToLowerInvariant();

    private async Task<(int Code, string Output, string Error)> RunAsync(string? client, string? trainer)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ModBot.DiscordNet.dll"), "run", "--once", "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _store.FullName,
        };
        start.Environment["Storage__Directory"] = _store.FullName;
        start.Environment.Remove("Discord__Token");
        if (client is not null)
            start.Environment["Discord__Client"] = client;
        if (trainer is not null)
            start.Environment["Spam__Trainer"] = trainer;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output, await error);
    }
}
