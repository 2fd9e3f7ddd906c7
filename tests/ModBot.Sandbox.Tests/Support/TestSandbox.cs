using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.Tests.Support;

/// <summary>A running sandbox with a REST client of its own. Answers are checked against Discord's OpenAPI document where there is one.</summary>
internal sealed class TestSandbox : IAsyncDisposable
{
    private readonly List<string> _defects = [];

    private TestSandbox()
    {
    }

    public SandboxServer Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public SandboxWorld World => Server.World;

    public static async Task<TestSandbox> StartAsync(Func<SandboxOptions, SandboxOptions>? change = null)
    {
        var sandbox = new TestSandbox();
        var options = new SandboxOptions
        {
            Url = new Uri("http://127.0.0.1:0"),
            Limits = new SandboxLimits { Enabled = false },
            IdentifyInterval = TimeSpan.Zero,
            Report = sandbox._defects.Add,
        };
        sandbox.Server = await SandboxServer.StartAsync(change?.Invoke(options) ?? options);
        sandbox.Http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        sandbox.Http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1)");
        sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", sandbox.Server.BotToken);
        return sandbox;
    }

    public static string Channel(Snowflake id, string rest = "") => $"/channels/{id}{rest}";

    public static string Guild(string rest = "") => $"/guilds/{SandboxIds.Guild}{rest}";

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public Task<Answer> PostAsync(string path, JsonNode? body = null) => SendAsync("POST", path, body);

    public Task<Answer> PutAsync(string path, JsonNode? body = null) => SendAsync("PUT", path, body);

    public Task<Answer> PatchAsync(string path, JsonNode? body = null) => SendAsync("PATCH", path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync("DELETE", path);

    public Task<Answer> SendAsync(string method, string path, JsonNode? body = null, string? reason = null)
    {
        HttpContent? content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return SendAsync(method, path, content, reason);
    }

    public async Task<Answer> SendAsync(string method, string path, HttpContent? content, string? reason = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Server.RestUrl + path) { Content = content };
        if (reason is not null)
            request.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", Uri.EscapeDataString(reason));
        return await SendAsync(request, path);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, string path)
    {
        using HttpResponseMessage response = await Http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        bool isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        var answer = new Answer((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, response.Headers, text);
        OpenApiDocument.Shared?.Check(request.Method.Method, path, answer.Status, answer.Json);
        return answer;
    }

    public async Task<Answer> SayAsync(Snowflake channel, string content) => (await PostAsync(Channel(channel, "/messages"), new JsonObject { ["content"] = content })).Is(200);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(_defects);
    }
}
