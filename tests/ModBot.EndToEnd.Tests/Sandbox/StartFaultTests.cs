using System.Text;
using ModBot.CommandLine;
using ModBot.Sandbox;
using ModBot.Sandbox.Gateway;

namespace ModBot.EndToEnd.Tests.Sandbox;

/// <summary>What goes wrong at the start is said in one line, with a non-zero exit code.</summary>
[Collection(ProcessWideCollection.Name)]
public sealed class StartFaultTests
{
    [Fact]
    public async Task A_wrong_token_is_named()
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0") });
        Assert.Contains("token", await LastLineAsync(server.RestUrl.ToString(), "not.the.token"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_missing_intent_is_named()
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), PrivilegedIntents = GatewayIntents.None });
        Assert.Contains("intent", await LastLineAsync(server.RestUrl.ToString(), server.BotToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named() =>
        Assert.Contains("127.0.0.1:9", await LastLineAsync("http://127.0.0.1:9/api/v10", "some.token"), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://192.0.2.1/api/v10")]
    [InlineData("not an address")]
    [InlineData("https://example.com/")]
    public async Task A_wrong_address_is_named(string restUrl) => Assert.Contains("Discord:RestUrl", await LastLineAsync(restUrl, "some.token"), StringComparison.Ordinal);

    [Fact]
    public async Task The_sandbox_binds_to_loopback_only()
    {
        (int code, string line) = await RunAsync(["sandbox", "--urls", "http://0.0.0.0:0"]);
        Assert.Equal(1, code);
        Assert.Contains("loopback", line, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> LastLineAsync(string restUrl, string token)
    {
        Environment.SetEnvironmentVariable("Discord__Token", token);
        Environment.SetEnvironmentVariable("Discord__RestUrl", restUrl);
        try
        {
            (int code, string line) = await RunAsync(["run"]);
            Assert.Equal(1, code);
            return line;
        }
        finally
        {
            Environment.SetEnvironmentVariable("Discord__Token", null);
            Environment.SetEnvironmentVariable("Discord__RestUrl", null);
        }
    }

    private static async Task<(int Code, string Line)> RunAsync(string[] args)
    {
        string store = Directory.CreateTempSubdirectory("modbot-start-").FullName;
        Environment.SetEnvironmentVariable("Storage__Directory", store);
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await using var error = new StringWriter(new StringBuilder());
            int code = await ModBotCommandLine.RunAsync(args, new Terminal(Stream.Null, Stream.Null, error), limit.Token);
            string line = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
            Assert.StartsWith("modbot: ", line, StringComparison.Ordinal);
            return (code, line);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Storage__Directory", null);
            Directory.Delete(store, recursive: true);
        }
    }
}
