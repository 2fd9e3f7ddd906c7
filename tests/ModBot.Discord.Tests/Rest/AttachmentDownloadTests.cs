using System.Net;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;

namespace ModBot.Discord.Tests.Rest;

public sealed class AttachmentDownloadTests
{
    private const string Local = "http://127.0.0.1:5080/api/v10";

    [Theory]
    [InlineData(DiscordOptions.DefaultRestUrl, "https://cdn.discordapp.com/ephemeral-attachments/1/2/rules.yaml?ex=1", true)]
    [InlineData(DiscordOptions.DefaultRestUrl, "https://media.discordapp.net/attachments/1/2/rules.yaml", true)]
    [InlineData(DiscordOptions.DefaultRestUrl, "http://cdn.discordapp.com/attachments/1/2/rules.yaml", false)]
    [InlineData(DiscordOptions.DefaultRestUrl, "https://cdn.discordapp.com:8443/attachments/1/2/rules.yaml", false)]
    [InlineData(DiscordOptions.DefaultRestUrl, "https://cdn.discordapp.com.evil.example/x", false)]
    [InlineData(DiscordOptions.DefaultRestUrl, "https://user@cdn.discordapp.com/x", false)]
    [InlineData(DiscordOptions.DefaultRestUrl, "http://127.0.0.1:5080/x", false)]
    [InlineData(DiscordOptions.DefaultRestUrl, "file:///etc/passwd", false)]
    [InlineData(Local, "http://127.0.0.1:5080/attachments/1/2/rules.yaml", true)]
    [InlineData(Local, "http://127.0.0.1:5081/attachments/1/2/rules.yaml", false)]
    [InlineData(Local, "https://cdn.discordapp.com/attachments/1/2/rules.yaml", false)]
    public async Task Only_the_platforms_own_hosts_are_asked(string rest, string url, bool asked)
    {
        var handler = new Answering(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2, 3]) });
        (ActionOutcome outcome, byte[]? content) = await ReadAsync(handler, url, 100, rest);
        Assert.Equal(asked, content is not null);
        Assert.Equal(asked ? 1 : 0, handler.Asked);
        Assert.Equal(asked ? OutcomeKind.Done : OutcomeKind.Rejected, outcome.Kind);
    }

    [Fact]
    public async Task What_was_announced_is_not_believed()
    {
        var handler = new Answering(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[101]) });
        Assert.Equal(OutcomeKind.Rejected, (await ReadAsync(handler, "https://cdn.discordapp.com/x", 100)).Outcome.Kind);
    }

    [Fact]
    public async Task A_redirect_is_no_file_and_carries_no_token()
    {
        var handler = new Answering(request =>
        {
            Assert.Null(request.Headers.Authorization);
            return new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri("http://169.254.169.254/") } };
        });
        Assert.Equal(OutcomeKind.NotFound, (await ReadAsync(handler, "https://cdn.discordapp.com/x", 100)).Outcome.Kind);
        Assert.Equal(1, handler.Asked);
    }

    [Fact]
    public async Task A_broken_connection_is_told()
    {
        var handler = new Answering(_ => throw new HttpRequestException("broken"));
        Assert.Equal(OutcomeKind.Unavailable, (await ReadAsync(handler, "https://cdn.discordapp.com/x", 100)).Outcome.Kind);
    }

    private static async Task<(ActionOutcome Outcome, byte[]? Content)> ReadAsync(Answering handler, string url, int longest, string rest = DiscordOptions.DefaultRestUrl)
    {
        using var download = new AttachmentDownload(new DiscordOptions { Token = "a.b.c", RestUrl = rest }, handler, TimeProvider.System);
        return await download.ReadAsync(new CommandAttachment("rules.yaml", 3, new Uri(url)), longest, CancellationToken.None);
    }

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(answer(request));
        }
    }
}
