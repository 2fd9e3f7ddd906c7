using System.Threading.Channels;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Discord.Tests.Support;

/// <summary>Keeps every event that is handed over.</summary>
internal sealed class EventLog : IPlatformEventHandler
{
    private readonly Channel<PlatformEvent> _events = Channel.CreateUnbounded<PlatformEvent>();

    /// <summary>Runs before an event is kept.</summary>
    public Func<PlatformEvent, Task>? Before { get; set; }

    public async ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
    {
        if (Before is { } before)
            await before(platformEvent);
        _events.Writer.TryWrite(platformEvent);
    }

    /// <summary>The next event of that kind; others are passed over.</summary>
    public async Task<T> NextAsync<T>()
        where T : PlatformEvent
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await _events.Reader.ReadAsync(timeout.Token) is T wanted)
                return wanted;
        }
    }

    /// <summary>What has come and was not read.</summary>
    public List<PlatformEvent> Drain()
    {
        List<PlatformEvent> all = [];
        while (_events.Reader.TryRead(out PlatformEvent? one))
            all.Add(one);
        return all;
    }
}
