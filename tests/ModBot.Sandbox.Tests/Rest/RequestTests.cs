using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Rest;

public sealed class RequestTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.168.1.4:5000")]
    [InlineData("http://example.org:5000")]
    [InlineData("https://127.0.0.1:5000")]
    [InlineData("http://127.0.0.1:5000/path")]
    public async Task Only_plain_http_on_loopback_is_listened_on(string url)
    {
        await Assert.ThrowsAsync<SandboxAddressException>(() => SandboxServer.StartAsync(new SandboxOptions { Url = new Uri(url) }));
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.0.0.9:0")]
    public async Task Loopback_addresses_are_listened_on(string url)
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri(url) });
        Assert.NotEqual(0, server.Address.Port);
        Assert.EndsWith("/api/v10", server.RestUrl.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_makes_way_for_the_next_free_one()
    {
        await using SandboxServer first = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0") });
        await using SandboxServer second = await SandboxServer.StartAsync(new SandboxOptions { Url = first.Address });
        Assert.InRange(second.Address.Port, first.Address.Port + 1, first.Address.Port + 50);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bot wrong")]
    [InlineData("Bearer TOKEN")]
    [InlineData("TOKEN")]
    public async Task Calls_without_the_bots_token_are_refused(string? authorization)
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        sandbox.Http.DefaultRequestHeaders.Authorization = null;
        using var request = new HttpRequestMessage(HttpMethod.Get, sandbox.Server.RestUrl + "/users/@me");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization.Replace("TOKEN", sandbox.Server.BotToken, StringComparison.Ordinal));
        Answer answer = await sandbox.SendAsync(request, "/users/@me");
        answer.Is(401);
        Assert.Equal("""{"message":"401: Unauthorized","code":0}""", answer.Raw);
    }

    [Fact]
    public async Task A_call_without_user_agent_is_refused()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        sandbox.Http.DefaultRequestHeaders.UserAgent.Clear();
        (await sandbox.GetAsync("/users/@me")).Refused(403, 40333);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("PUT", "/users/@me", 405)]
    [InlineData("GET", "/channels", 404)]
    public async Task Unknown_routes_answer_in_json(string method, string path, int status)
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        (await sandbox.SendAsync(method, path)).Refused(status, 0);
    }

    [Theory]
    [InlineData("/api/users/@me", 400)]
    [InlineData("/api/v6/users/@me", 400)]
    [InlineData("/api/v9/users/@me", 200)]
    [InlineData("/api/v10/users/@me", 200)]
    public async Task Other_api_versions_are_refused_clearly(string path, int status)
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        using HttpResponseMessage response = await sandbox.Http.GetAsync(new Uri(sandbox.Server.Address, path));
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 400)
            Assert.Contains("50041", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "application/json", 400, 50109)]
    [InlineData("{\"content\":\"a\",\"content\":\"b\"}", "application/json", 400, 50109)]
    [InlineData("[]", "application/json", 400, 50035)]
    [InlineData("content=hi", "text/plain", 400, 50035)]
    [InlineData("{\"content\":{\"a\":1}}", "application/json", 400, 50035)]
    [InlineData("{\"embeds\":{}}", "application/json", 400, 50035)]
    [InlineData("{\"embeds\":[1]}", "application/json", 400, 50035)]
    [InlineData("{\"components\":[{\"type\":\"x\"}]}", "application/json", 400, 50035)]
    [InlineData("{\"allowed_mentions\":{\"parse\":[1,null]}}", "application/json", 400, 50035)]
    [InlineData("{\"flags\":99999999999999999999}", "application/json", 400, 50035)]
    [InlineData("{\"message_reference\":7}", "application/json", 400, 50035)]
    [InlineData("{}", "application/json", 400, 50006)]
    public async Task Bad_bodies_get_discords_errors(string body, string contentType, int status, int code)
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        (await sandbox.SendAsync("POST", TestSandbox.Channel(SandboxIds.General, "/messages"), content)).Refused(status, code);
    }

    [Fact]
    public async Task Deeply_nested_json_is_refused()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        using var content = new StringContent(new string('[', 5_000), Encoding.UTF8, "application/json");
        (await sandbox.SendAsync("POST", TestSandbox.Channel(SandboxIds.General, "/messages"), content)).Refused(400, 50109);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    public async Task Ids_that_are_none_are_named(string id)
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        (await sandbox.GetAsync("/channels/" + id)).HasFault("channel_id", "NUMBER_TYPE_COERCE");
    }

    [Fact]
    public async Task The_gateways_address_is_told()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        Answer answer = (await sandbox.GetAsync("/gateway/bot")).Is(200);
        Assert.Equal($"ws://127.0.0.1:{sandbox.Server.Address.Port}", answer.Text("url"));
        Assert.Equal(1000, (int)answer["session_start_limit"]!["remaining"]!);
        sandbox.Http.DefaultRequestHeaders.Authorization = null;
        (await sandbox.GetAsync("/gateway")).Is(200);
        (await sandbox.GetAsync("/gateway/bot")).Is(401);
    }

    [Theory]
    [InlineData("/users/@me")]
    [InlineData("/users/@me/guilds")]
    [InlineData("/applications/@me")]
    [InlineData("/oauth2/applications/@me")]
    public async Task The_bots_own_things_have_documented_shapes(string path)
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        (await sandbox.GetAsync(path)).Is(200);
        Assert.Equal(SandboxIds.Bot.ToString(), (await sandbox.GetAsync("/users/" + SandboxIds.Bot)).Is(200).Id);
        (await sandbox.GetAsync("/users/1")).Refused(404, 10013);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        (await sandbox.SendAsync("DELETE", TestSandbox.Guild($"/members/{SandboxIds.Zoe}"), (JsonNode?)null, new string('x', 513))).Refused(400, 50035);
        Assert.NotNull(sandbox.World.Member(SandboxIds.Zoe));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        using var content = new ByteArrayContent(new byte[(25 << 20) + 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, sandbox.Server.RestUrl + TestSandbox.Channel(SandboxIds.General, "/messages")) { Content = content };
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage response = await sandbox.Http.SendAsync(request);
        Assert.Equal(413, (int)response.StatusCode);
    }
}
