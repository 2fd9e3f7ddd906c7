using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>discord-digital-twin in a node process of its own (<c>tests/interop/twin-host.mjs</c>, bound to loopback), driven line by line.</summary>
internal sealed class TwinProcess : IAsyncDisposable
{
    public const string General = "900000000000000002";
    public const string Member = "900000000000000011";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private int number;

    private TwinProcess(Process process) => this.process = process;

    public string RestUrl { get; private set; } = "";

    public string Token { get; private set; } = "";

    /// <param name="folder">Where the packages and programs are installed.</param>
    public static async Task<TwinProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("node", ["--require", "./loopback.cjs", "twin-host.mjs"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        var twin = new TwinProcess(Process.Start(start)!);
        JsonNode greeting = await twin.ReadAsync();
        twin.RestUrl = (string)greeting["restUrl"]!;
        twin.Token = (string)greeting["token"]!;
        return twin;
    }

    /// <summary>Has the twin do something and gives its answer.</summary>
    /// <param name="verb">One of twin-host.mjs's verbs.</param>
    /// <param name="given">Its arguments.</param>
    public async Task<JsonNode?> AskAsync(string verb, JsonObject? given = null)
    {
        JsonObject line = given ?? [];
        line["id"] = ++number;
        line["verb"] = verb;
        await process.StandardInput.WriteLineAsync(line.ToJsonString());
        await process.StandardInput.FlushAsync();
        JsonNode answer = await ReadAsync();
        Assert.True(answer["fault"] is null, $"{verb}: {answer["fault"]}");
        return answer["value"];
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task<JsonNode> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith('{'))
                return JsonNode.Parse(line) ?? throw new JsonException(line);
        }

        throw new InvalidOperationException("The twin ended.");
    }
}
