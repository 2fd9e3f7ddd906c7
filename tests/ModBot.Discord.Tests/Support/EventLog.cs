using System.Threading.Channels;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Discord.Tests.Support;

/// <summary>Keeps every event that is handed over.</summary>
internal sealed class EventLog : IPlatformEventHandler
{
    private readonly Channel<PlatformEvent> _events = Channel.CreateUnbounded<PlatformEvent>();
    private readonly List<PlatformEvent> _passedOver = [];

    /// <summary>Runs before an event is kept.</summary>
    public Func<PlatformEvent, Task>? Before { get; set; }

    public async ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
    {
        if (Before is { } before)
            await before(platformEvent);
        _events.Writer.TryWrite(platformEvent);
    }

    /// <summary>The next event of that kind; others are left for later calls, since lanes run side by side and their order says nothing.</summary>
    public async Task<T> NextAsync<T>()
        where T : PlatformEvent
    {
        if (_passedOver.Find(one => one is T) is T earlier)
        {
            _passedOver.Remove(earlier);
            return earlier;
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            PlatformEvent next = await _events.Reader.ReadAsync(timeout.Token);
            if (next is T wanted)
                return wanted;
            _passedOver.Add(next);
        }
    }

    /// <summary>What has come and was not read.</summary>
    public List<PlatformEvent> Drain()
    {
        List<PlatformEvent> all = [.. _passedOver];
        _passedOver.Clear();
        while (_events.Reader.TryRead(out PlatformEvent? one))
            all.Add(one);
        return all;
    }
}
