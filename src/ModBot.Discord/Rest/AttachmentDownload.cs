using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>
/// Fetches files that were given to commands. Their addresses come from outside: only Discord's own hosts are asked, or the
/// server itself where it stands on this machine; redirects are not followed, and the token does not go along.
/// </summary>
internal sealed class AttachmentDownload(DiscordOptions options, HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];
    private readonly HttpClient http = new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<(ActionOutcome Outcome, byte[]? Content)> ReadAsync(CommandAttachment attachment, int longest, CancellationToken cancellationToken)
    {
        if (!IsAllowed(attachment.Url))
            return (new ActionOutcome(OutcomeKind.Rejected, "The file does not lie with Discord."), null);
        if (attachment.Size > longest)
            return TooLong(longest);
        using var timeout = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, attachment.Url);
            request.Headers.TryAddWithoutValidation("User-Agent", DiscordOptions.UserAgent);
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
                return (new ActionOutcome(OutcomeKind.NotFound, $"The file could not be fetched (HTTP {(int)response.StatusCode})."), null);
            return await ReadAsync(await response.Content.ReadAsStreamAsync(either.Token), longest, either.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (new ActionOutcome(OutcomeKind.Unavailable, "The file could not be fetched: Discord did not answer."), null);
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<(ActionOutcome Outcome, byte[]? Content)> ReadAsync(Stream stream, int longest, CancellationToken cancellationToken)
    {
        // What was announced is not believed.
        var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read && read > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > longest)
                return TooLong(longest);
        }

        return (ActionOutcome.Done, content.ToArray());
    }

    private static (ActionOutcome Outcome, byte[]? Content) TooLong(int longest) => (new ActionOutcome(OutcomeKind.Rejected, $"The file has more than {longest:N0} bytes."), null);

    private bool IsAllowed(Uri url)
    {
        if (!url.IsAbsoluteUri || url.UserInfo.Length > 0)
            return false;
        if (options.RestBase.IsLoopback)
            return url.Scheme == options.RestBase.Scheme && url.Host == options.RestBase.Host && url.Port == options.RestBase.Port;
        return url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);
    }
}
