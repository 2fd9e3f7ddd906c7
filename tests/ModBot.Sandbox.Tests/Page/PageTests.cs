using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModBot.Core.Messages;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Page;

public sealed partial class PageTests : IAsyncLifetime
{
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Every_file_is_served_under_a_strict_policy()
    {
        var wanted = new Queue<string>(["/"]);
        var seen = new HashSet<string>();
        while (wanted.TryDequeue(out string? path))
        {
            if (!seen.Add(path))
                continue;
            using HttpResponseMessage response = await _sandbox.Http.GetAsync(new Uri(_sandbox.Server.Address, path));
            Assert.True(response.IsSuccessStatusCode, path);
            Assert.StartsWith("default-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            string text = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("http://", text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            foreach (Match match in Reference().Matches(text))
                wanted.Enqueue("/" + match.Groups["name"].Value);
        }

        Assert.True(seen.Count >= 9, string.Join(' ', seen));
    }

    [Fact]
    public async Task The_page_has_no_inline_script_or_style()
    {
        string html = await _sandbox.Http.GetStringAsync(_sandbox.Server.Address);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=", html);
        Assert.DoesNotMatch("<script(?![^>]*src=)", html);
    }

    [Theory]
    [InlineData("GET", "/sandbox/api/state", "evil.example", null, 403)]
    [InlineData("GET", "/", "evil.example:5000", null, 403)]
    [InlineData("GET", "/api/v10/users/@me", "evil.example", null, 403)]
    [InlineData("GET", "/sandbox/api/state", null, "http://evil.example", 403)]
    [InlineData("GET", "/sandbox/api/state", null, "null", 403)]
    [InlineData("GET", "/sandbox/api/state", "localhost:1", null, 200)]
    [InlineData("GET", "/sandbox/api/state", "[::1]:1", null, 200)]
    [InlineData("GET", "/sandbox/api/state", null, "SELF", 200)]
    public async Task Foreign_hosts_and_origins_are_turned_away(string method, string path, string? host, string? origin, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_sandbox.Server.Address, path));
        request.Headers.Host = host;
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin == "SELF" ? _sandbox.Server.Address.GetLeftPart(UriPartial.Authority) : origin);
        using HttpResponseMessage response = await _sandbox.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(false, "application/json", 403)]
    [InlineData(true, "text/plain", 415)]
    [InlineData(true, "application/json", 200)]
    public async Task Changes_need_the_pages_header_and_json(bool header, string contentType, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.Server.Address, "/sandbox/api/users")) { Content = new StringContent("""{"name":"Eve"}""", Encoding.UTF8, contentType) };
        if (header)
            request.Headers.Add("X-ModBot-Sandbox", "1");
        using HttpResponseMessage response = await _sandbox.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_person_posts_edits_and_deletes()
    {
        string id = (string)(await ChangeAsync("POST", "/messages", 200, Body("hello")))["id"]!;
        JsonObject edit = Body("hello again");
        edit["message"] = id;
        await ChangeAsync("PATCH", "/messages", 200, edit);
        Assert.Equal("hello again", _sandbox.World.FindMessage(SandboxIds.General, Snowflake.Parse(id))!.Content);
        await ChangeAsync("DELETE", "/messages", 200, edit);
        JsonNode page = (await StateAsync($"/channels/{SandboxIds.General}/messages?user={SandboxIds.Noah}"))!;
        Assert.True((bool)page["messages"]![0]!["deleted"]!["own"]!);
    }

    [Theory]
    [InlineData("""{"channel":"CHANNEL","content":"x"}""")]
    [InlineData("""{"user":"USER","content":"x"}""")]
    [InlineData("""{"user":"USER","channel":"CHANNEL","content":""}""")]
    [InlineData("""{"user":"USER","channel":"CHANNEL","content":5}""")]
    [InlineData("""{"user":"USER","channel":"5","content":"x"}""")]
    [InlineData("""{"user":"5","channel":"CHANNEL","content":"x"}""")]
    [InlineData("[]")]
    public async Task Bad_input_is_explained(string body)
    {
        JsonNode json = JsonNode.Parse(body.Replace("USER", SandboxIds.Noah.ToString(), StringComparison.Ordinal).Replace("CHANNEL", SandboxIds.General.ToString(), StringComparison.Ordinal))!;
        using HttpResponseMessage response = await SendAsync("POST", "/messages", json);
        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.NotEqual("", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]);
    }

    [Fact]
    public async Task Input_has_a_length()
    {
        await ChangeAsync("POST", "/messages", 400, Body(new string('x', 4_001)));
        await ChangeAsync("POST", "/users", 400, new JsonObject { ["name"] = new string('x', 33) });
        await ChangeAsync("POST", "/messages", 413, Body(new string('x', 70_000)));
    }

    [Fact]
    public async Task Hidden_channels_stay_hidden()
    {
        _sandbox.World.PostMessage(SandboxIds.Review, SandboxIds.Mia, "staff only");
        JsonNode forNoah = (await StateAsync($"/state?user={SandboxIds.Noah}"))!, forMia = (await StateAsync($"/state?user={SandboxIds.Mia}"))!;
        Assert.Equal(["comments", "general"], ((JsonArray)forNoah["channels"]!).Select(c => (string?)c!["name"]));
        Assert.Equal(["comments", "general", "review", "mod-log"], ((JsonArray)forMia["channels"]!).Select(c => (string?)c!["name"]));
        using HttpResponseMessage refused = await _sandbox.Http.GetAsync(new Uri(_sandbox.Server.Address, $"/sandbox/api/channels/{SandboxIds.Review}/messages?user={SandboxIds.Noah}"));
        Assert.Equal(404, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Live_updates_arrive_for_what_a_person_may_see()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await using Stream stream = await _sandbox.Http.GetStreamAsync(new Uri(_sandbox.Server.Address, $"/sandbox/api/events?user={SandboxIds.Noah}"), patience.Token);
        using var reader = new StreamReader(stream);
        Assert.Equal(": hello", await reader.ReadLineAsync(patience.Token));
        _sandbox.World.PostMessage(SandboxIds.Review, SandboxIds.Mia, "staff only");
        Snowflake id = _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Zoe, "<img src=x onerror=alert(1)>").Message.Id;
        (JsonNode created, string name) = await NextAsync(reader, patience.Token);
        Assert.Equal(("created", "<img src=x onerror=alert(1)>"), (name, (string)created["content"]!));
        (await _sandbox.SendAsync("DELETE", TestSandbox.Channel(SandboxIds.General, $"/messages/{id}"), (JsonNode?)null, "spam")).Is(204);
        (JsonNode deleted, name) = await NextAsync(reader, patience.Token);
        Assert.Equal(("deleted", "ModBot", "spam"), (name, (string)deleted["deleted"]!["by"]!, (string)deleted["deleted"]!["reason"]!));
    }

    [Fact]
    public async Task The_fault_menu_is_on_the_page_too()
    {
        JsonNode state = await ChangeAsync("POST", "/faults", 200, new JsonObject { ["kind"] = "errors", ["times"] = 1, ["status"] = 503 });
        Assert.Equal(1, (int)state["errors"]!);
        (await _sandbox.GetAsync("/users/@me")).Is(503);
        await ChangeAsync("POST", "/faults", 400, new JsonObject { ["kind"] = "meteor" });
        await ChangeAsync("POST", "/faults", 400, new JsonObject { ["kind"] = "errors", ["status"] = 200 });
        await ChangeAsync("POST", "/faults", 200, new JsonObject { ["kind"] = "clear" });
    }

    [GeneratedRegex("""(?:href="|src="|from '\.)/(?<name>[a-z]+\.(?:js|css|svg))""")]
    private static partial Regex Reference();

    private static async Task<(JsonNode Data, string Name)> NextAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        string name = "";
        while (true)
        {
            string line = await reader.ReadLineAsync(cancellationToken) ?? throw new EndOfStreamException();
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && name != "reload")
                return (JsonNode.Parse(line[6..])!, name);
        }
    }

    private static JsonObject Body(string content) => new() { ["user"] = SandboxIds.Noah.ToString(), ["channel"] = SandboxIds.General.ToString(), ["content"] = content };

    private async Task<JsonNode?> StateAsync(string path) => JsonNode.Parse(await _sandbox.Http.GetStringAsync(new Uri(_sandbox.Server.Address, "/sandbox/api" + path)));

    private async Task<JsonNode> ChangeAsync(string method, string path, int status, JsonNode body)
    {
        using HttpResponseMessage response = await SendAsync(method, path, body);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_sandbox.Server.Address, "/sandbox/api" + path)) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-ModBot-Sandbox", "1");
        return await _sandbox.Http.SendAsync(request);
    }
}
