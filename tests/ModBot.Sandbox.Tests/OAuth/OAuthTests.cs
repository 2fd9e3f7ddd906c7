using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using ModBot.Core.Messages;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.OAuth;

/// <summary>Signing in with the sandbox, as an application does it.</summary>
public sealed class OAuthTests : IAsyncLifetime, IDisposable
{
    private const string Redirect = "http://127.0.0.1:5999/signed-in";
    private const string Verifier = "a-verifier-of-forty-three-characters-or-more-0123456789";
    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false });
    private TestSandbox sandbox = null!;

    public async Task InitializeAsync() => sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task The_page_offers_everybody_moderators_first_and_no_bot()
    {
        sandbox.World.EnsureMember("<b>Eve & co");
        string page = await browser.GetStringAsync(Ask());
        Assert.True(page.IndexOf("Ada (admin)", StringComparison.Ordinal) < page.IndexOf("Mia (moderator)", StringComparison.Ordinal));
        Assert.True(page.IndexOf("Mia (moderator)", StringComparison.Ordinal) < page.IndexOf("Noah", StringComparison.Ordinal));
        Assert.Contains("&lt;b&gt;Eve &amp; co", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>ModBot</strong>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id", "123", "client_id must be")]
    [InlineData("response_type", "token", "response_type must be code")]
    [InlineData("redirect_uri", "https://evil.example/x", "redirect_uri must be")]
    [InlineData("redirect_uri", "http://127.0.0.1.evil.example/x", "redirect_uri must be")]
    [InlineData("redirect_uri", "javascript:alert(1)", "redirect_uri must be")]
    [InlineData("redirect_uri", "http://127.0.0.1:1/x#y", "redirect_uri must be")]
    [InlineData("scope", "bot", "scope must be")]
    [InlineData("scope", "guilds", "scope must be")]
    [InlineData("code_challenge_method", "plain", "code_challenge must be")]
    public async Task A_faulty_request_is_shown_and_sent_nowhere(string name, string value, string fault)
    {
        foreach (string path in (string[])["/oauth2/authorize", $"/oauth2/authorize/as/{SandboxIds.Mia}"])
        {
            using HttpResponseMessage answer = await browser.GetAsync(Ask(path, name, value));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Null(answer.Headers.Location);
            Assert.Contains(fault, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_code_becomes_a_token_that_speaks_for_the_person_alone()
    {
        JsonNode token = await ExchangeAsync(await AllowAsync(SandboxIds.Mia));
        Assert.Equal("Bearer", (string)token["token_type"]!);
        Assert.Equal("identify guilds", (string)token["scope"]!);
        Answer me = await CallAsync("/users/@me", (string)token["access_token"]!);
        Assert.Equal(SandboxIds.Mia.ToString(), me.Is(200).Id);
        Answer guilds = (await CallAsync("/users/@me/guilds", (string)token["access_token"]!)).Is(200);
        JsonNode guild = Assert.Single(guilds.List)!;
        Assert.Equal(SandboxIds.Guild.ToString(), (string)guild["id"]!);
        Assert.False((bool)guild["owner"]!);
        Assert.NotEqual(0ul, ulong.Parse((string)guild["permissions"]!) & (1ul << 40));
        Answer authorization = (await CallAsync("/oauth2/@me", (string)token["access_token"]!)).Is(200);
        Assert.Equal("mia", (string)authorization.Json!["user"]!["username"]!);
        (await CallAsync($"/guilds/{SandboxIds.Guild}", (string)token["access_token"]!)).Is(401);
        (await CallAsync("/users/@me", (string)token["access_token"]!, "Bot")).Is(401);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_refused_and_a_revoked_one_too()
    {
        JsonNode token = await ExchangeAsync(await AllowAsync(SandboxIds.Noah, "identify"));
        string access = (string)token["access_token"]!;
        (await CallAsync("/users/@me/guilds", access)).Is(401);
        (await CallAsync("/users/@me", access)).Is(200);
        using HttpResponseMessage revoked = await PostAsync("/oauth2/token/revoke", new() { ["token"] = access });
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        (await CallAsync("/users/@me", access)).Is(401);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        string code = await AllowAsync(SandboxIds.Mia);
        await ExchangeAsync(code);
        Assert.Equal("invalid_grant", await RefusalAsync(Form(code)));
    }

    [Theory]
    [InlineData("code", "wrong", "invalid_grant")]
    [InlineData("redirect_uri", "http://127.0.0.1:1/other", "invalid_grant")]
    [InlineData("code_verifier", "wrong", "invalid_grant")]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_id", "1", "invalid_client")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task An_exchange_with_anything_wrong_is_refused(string name, string value, string error)
    {
        Dictionary<string, string> form = Form(await AllowAsync(SandboxIds.Mia));
        form[name] = value;
        Assert.Equal(error, await RefusalAsync(form));
    }

    [Fact]
    public async Task Who_cancels_is_sent_back_with_what_happened()
    {
        string page = WebUtility.HtmlDecode(await browser.GetStringAsync(Ask()));
        Assert.Contains($"{Redirect}?error=access_denied&state=a%20state", page, StringComparison.Ordinal);
    }

    private string Ask(string path = "/oauth2/authorize", string? name = null, string? value = null, string scope = "identify guilds")
    {
        var query = new Dictionary<string, string>
        {
            ["client_id"] = sandbox.Server.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = Redirect,
            ["scope"] = scope,
            ["state"] = "a state",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (name is not null)
            query[name] = value!;
        return new Uri(sandbox.Server.Address, path) + "?" + string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }

    private async Task<string> AllowAsync(Snowflake user, string scope = "identify guilds")
    {
        using HttpResponseMessage answer = await browser.GetAsync(Ask($"/oauth2/authorize/as/{user}", scope: scope));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(Redirect + "?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location.Query);
        Assert.Equal("a state", query["state"]);
        return query["code"]!;
    }

    private static Dictionary<string, string> Form(string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = Redirect,
        ["code_verifier"] = Verifier,
    };

    private async Task<JsonNode> ExchangeAsync(string code)
    {
        using HttpResponseMessage answer = await PostAsync("/oauth2/token", Form(code));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<string> RefusalAsync(Dictionary<string, string> form)
    {
        using HttpResponseMessage answer = await PostAsync("/oauth2/token", form);
        Assert.InRange((int)answer.StatusCode, 400, 401);
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;
    }

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form)
    {
        form.TryAdd("client_id", sandbox.Server.ClientId);
        form.TryAdd("client_secret", sandbox.Server.ClientSecret);
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(sandbox.Server.RestUrl + path, content);
    }

    private async Task<Answer> CallAsync(string path, string token, string scheme = "Bearer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, sandbox.Server.RestUrl + path);
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        return await sandbox.SendAsync(request, path);
    }
}
