using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ModBot.Dashboard.Serving;

/// <summary>Server-sent events (HTML standard, "Server-sent events"): what the page's <c>EventSource</c> listens to.</summary>
internal sealed class EventStream
{
    private readonly HttpResponse response;

    private EventStream(HttpResponse response) => this.response = response;

    public static async Task<EventStream> OpenAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var stream = new EventStream(http.Response);
        await stream.BeatAsync(http.RequestAborted);
        return stream;
    }

    /// <summary>An event; the data is one line.</summary>
    public async Task SendAsync(string name, string data, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes($"event: {name}\ndata: {data}\n\n"), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>Keeps proxies from taking the silence for an end.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(": \n\n"u8.ToArray(), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
