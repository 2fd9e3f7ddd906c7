using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ModBot.Benchmarks;

/// <summary>
/// The server's end of <see cref="SocketFigures"/>, in a process of its own so that its work is not counted: one guild on
/// loopback, which posts as many messages as each line of its input says. First it prints the address of its API.
/// </summary>
internal sealed class SocketPeer
{
    public const string Verb = "socket-peer";

    private readonly byte[][] messages = GatewayFrames.Messages(512);
    private readonly TextReader orders;
    private string gateway = "";

    private SocketPeer(TextReader orders) => this.orders = orders;

    /// <summary>Serves until the input ends.</summary>
    public static async Task<int> RunAsync(TextReader orders, TextWriter output)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using WebApplication app = builder.Build();
        var peer = new SocketPeer(orders);
        var over = new TaskCompletionSource();
        app.UseWebSockets();
        app.Run(context => peer.ServeAsync(context, over));
        await app.StartAsync();
        int port = new Uri(app.Urls.First()).Port;
        peer.gateway = string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{port}/gateway");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api/v10"));
        await output.FlushAsync();
        await over.Task;
        return 0;
    }

    private async Task ServeAsync(HttpContext context, TaskCompletionSource over)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            try
            {
                await TalkAsync(socket, context.Request.Query["compress"] == "zlib-stream", context.RequestAborted);
            }
            finally
            {
                over.TrySetResult();
            }
        }
        else if (context.Request.Path.Value!.EndsWith("/gateway/bot", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync($$$"""{"url":"{{{gateway}}}","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":3600000,"max_concurrency":1} }""");
        }
        else
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync("""{"code":0,"message":"404: Not Found"}""");
        }
    }

    private async Task TalkAsync(WebSocket socket, bool compresses, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        await using ZLibStream? zlib = compresses ? new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true) : null;
        await SendAsync("""{"op":10,"s":null,"t":null,"d":{"heartbeat_interval":41250000}}"""u8.ToArray());
        await ReadIdentifyAsync(socket, cancellationToken);
        await SendAsync(GatewayFrames.Ready(1));
        await SendAsync(GatewayFrames.GuildCreate(0, 5));
        int next = 0;
        while (await orders.ReadLineAsync(cancellationToken) is { } line)
        {
            for (int left = int.Parse(line, CultureInfo.InvariantCulture); left > 0; left--)
                await SendAsync(messages[next++ % messages.Length]);
        }

        async ValueTask SendAsync(byte[] json)
        {
            if (zlib is null)
            {
                await socket.SendAsync(json.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                return;
            }

            compressed.SetLength(0);
            zlib.Write(json);
            zlib.Flush();
            await socket.SendAsync(compressed.GetBuffer().AsMemory(0, (int)compressed.Length), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
    }

    /// <summary>Reads until the client has identified; what it says later (heartbeats, none within the measurement) stays unread.</summary>
    private static async Task ReadIdentifyAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[8 * 1024];
        while (true)
        {
            ValueWebSocketReceiveResult result = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (result.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("The client closed before it identified.");
            using JsonDocument payload = JsonDocument.Parse(buffer.AsMemory(0, result.Count));
            if (payload.RootElement.GetProperty("op").GetInt32() == 2)
                return;
        }
    }
}
