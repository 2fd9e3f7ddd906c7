using System.Net;
using System.Text.RegularExpressions;
using ModBot.Core.Messages;

namespace ModBot.Dashboard.Tests.Support;

/// <summary>A browser without scripts: it keeps cookies and follows no redirects.</summary>
internal sealed partial class Visitor(DashboardStage stage) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer(), UseProxy = false })
    {
        BaseAddress = stage.Page.Address,
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { { "Accept", "text/html" } },
    };

    public static string In(Snowflake guild, string path) => $"/g/{guild}/{path}";

    public async Task SignInAsync(Snowflake user, string then = "")
    {
        using HttpResponseMessage asked = await GetAsync($"/sign-in{then}");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Uri authorize = asked.Headers.Location!;
        using HttpResponseMessage allowed = await http.GetAsync(new Uri(authorize, $"/oauth2/authorize/as/{user}{authorize.Query}"));
        Assert.Equal(HttpStatusCode.Redirect, allowed.StatusCode);
        using HttpResponseMessage back = await http.GetAsync(allowed.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        SentTo = back.Headers.Location!.OriginalString;
    }

    /// <summary>Where signing in led to.</summary>
    public string SentTo { get; private set; } = "";

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>A page that must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using HttpResponseMessage answer = await GetAsync(path);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}\n{text}");
        return text;
    }

    /// <summary>Sends a form with the token of a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string tokenFrom, params (string Name, string Value)[] fields)
    {
        string token = TokenIn(await ReadAsync(tokenFrom));
        return await PostBareAsync(path, [("_token", token), .. fields]);
    }

    /// <summary>Sends a form with nothing but these fields.</summary>
    public async Task<HttpResponseMessage> PostBareAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(path, content);
    }

    public static string TokenIn(string page) => TokenPattern().Match(page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["token"].Value) : throw new InvalidOperationException("The page has no token.");

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TokenPattern();
}
