using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using ModBot.Core.Messages;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Control;

/// <summary>Live updates for the page, as server-sent events, to each person what they may see.</summary>
internal sealed class PageFeed(WorldState world)
{
    /// <summary>Open pages at most.</summary>
    private const int MaxPages = 100;

    /// <summary>Updates that wait for a slow page; beyond it the page reloads everything.</summary>
    private const int MaxQueued = 500;

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private readonly List<Subscriber> _subscribers = [];

    /// <summary>Shapes messages for the page; set once everything is wired up.</summary>
    public PageJson? Shape { get; set; }

    /// <summary>Streams updates until the page goes away.</summary>
    public async Task StreamAsync(HttpContext http, Snowflake userId, CancellationToken stopping)
    {
        var subscriber = new Subscriber(userId);
        if (!TryAdd(subscriber))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.WriteAsync(": hello\n\n", ends.Token);
            await http.Response.Body.FlushAsync(ends.Token);
            await SendAsync(http.Response, subscriber, ends.Token);
        }
        catch (OperationCanceledException)
        {
            // The page went away, or the sandbox stops.
        }
        finally
        {
            lock (world.Gate)
                _subscribers.Remove(subscriber);
        }
    }

    /// <summary>Says that names, roles, channels, commands or connections may have changed.</summary>
    public void Reload()
    {
        lock (world.Gate)
            Tell(static _ => true, static () => Event("reload", []));
    }

    /// <summary>Takes what happened; called under the world's gate.</summary>
    public void Publish(WorldEvent happening)
    {
        if (_subscribers.Count == 0 || Shape is not { } shape)
            return;
        if (happening.Deletions.Count > 0)
        {
            foreach (DeletedMessageState deletion in happening.Deletions)
                Tell(s => MaySee(shape, s, deletion.Message), () => Event("deleted", shape.Deletion(deletion)));
            return;
        }

        switch (happening.Name)
        {
            case "MESSAGE_CREATE":
                Tell(s => MaySee(shape, s, happening.Message!), () => Event("created", shape.Message(happening.Message!)));
                break;
            case "MESSAGE_UPDATE" or "MESSAGE_REACTION_ADD" or "MESSAGE_REACTION_REMOVE" or "MESSAGE_REACTION_REMOVE_ALL" or "MESSAGE_REACTION_REMOVE_EMOJI":
                Tell(s => MaySee(shape, s, happening.Message!), () => Event("updated", shape.Message(happening.Message!)));
                break;
            case "TYPING_START":
                Tell(static _ => true, () => Event("typing", (JsonObject)happening.Payload.DeepClone()));
                break;
            case "INTERACTION_CREATE" or "GUILD_AUDIT_LOG_ENTRY_CREATE" or "CHANNEL_PINS_UPDATE":
                break;
            default:
                Tell(static _ => true, static () => Event("reload", []));
                break;
        }
    }

    private bool TryAdd(Subscriber subscriber)
    {
        lock (world.Gate)
        {
            if (_subscribers.Count >= MaxPages)
                return false;
            _subscribers.Add(subscriber);
            return true;
        }
    }

    private static async Task SendAsync(HttpResponse response, Subscriber subscriber, CancellationToken cancellationToken)
    {
        Task<bool> more = subscriber.Queue.Reader.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            Task first = await Task.WhenAny(more, Task.Delay(KeepAlive, TimeProvider.System, cancellationToken));
            if (first != more)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await response.WriteAsync(": still here\n\n", cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                continue;
            }

            await more;
            while (subscriber.Queue.Reader.TryRead(out byte[]? update))
                await response.Body.WriteAsync(update, cancellationToken);
            if (subscriber.TakeOverflow())
                await response.Body.WriteAsync(Event("refresh", []), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
            more = subscriber.Queue.Reader.WaitToReadAsync(cancellationToken).AsTask();
        }
    }

    private bool MaySee(PageJson shape, Subscriber subscriber, MessageState message)
    {
        if (message.EphemeralFor is { } only)
            return only == subscriber.UserId;
        return world.FindChannel(message.ChannelId) is { } channel && shape.Sees(channel, subscriber.UserId);
    }

    private void Tell(Func<Subscriber, bool> wanted, Func<byte[]> update)
    {
        byte[]? bytes = null;
        foreach (Subscriber subscriber in _subscribers)
        {
            if (wanted(subscriber))
                subscriber.Offer(bytes ??= update());
        }
    }

    private static byte[] Event(string name, JsonObject data) =>
        [.. Encoding.UTF8.GetBytes($"event: {name}\ndata: "), .. JsonText.Bytes(data), .. "\n\n"u8];

    private sealed class Subscriber(Snowflake userId)
    {
        private int _overflowed;

        public Snowflake UserId => userId;

        public Channel<byte[]> Queue { get; } = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxQueued) { SingleReader = true });

        public void Offer(byte[] update)
        {
            if (!Queue.Writer.TryWrite(update))
                Volatile.Write(ref _overflowed, 1);
        }

        public bool TakeOverflow() => Interlocked.Exchange(ref _overflowed, 0) == 1;
    }
}
