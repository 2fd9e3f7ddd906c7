using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;

namespace ModBot.Discord.Lanes;

/// <summary>
/// The events of one guild, handed over one at a time and in order; runs only while something waits. Interactions overtake
/// waiting messages, because they must be answered within 3 s. What does not fit is remembered as gaps and read over REST.
/// </summary>
internal sealed class GuildLane(ulong guild, EventLanes lanes) : IThreadPoolWorkItem
{
    private const int KeptCapacity = 64;
    private const int HandedKept = 8192;
    private readonly Lock _lock = new();
    private Queue<QueuedEvent>? _waiting;
    private Queue<QueuedEvent>? _urgent;
    private Dictionary<ulong, ChannelGap>? _gaps;
    private ChannelGap? _filling;
    private RecentIds? _handedIds;
    private ITimer? _wake;
    private long _queued;
    private long _handed;
    private bool _isRunning;
    private bool _changeWaits;
    private bool _justJoined;

    public ulong Guild => guild;

    /// <summary>Takes a new or edited message; never refuses one.</summary>
    public void PostMessage(ChatMessage message)
    {
        lock (_lock)
        {
            ulong channel = message.ChannelId.Value;
            ChannelGap? gap = _gaps?.GetValueOrDefault(channel);
            if (message.IsEdit)
            {
                if (gap is not null && gap.Misses(message.Id.Value))
                    return;
                if (IsFull())
                    MissEdit(gap ?? OpenGap(channel), message.Id.Value);
                else
                    Enqueue(new MessageReceived(message));
            }
            else if (gap is { TakesPosts: true })
            {
                MissPost(gap, message.Id.Value);
            }
            else if (IsFull())
            {
                lanes.Log.QueueFull(guild, channel);
                MissPost(gap ?? OpenGap(channel), message.Id.Value);
            }
            else
            {
                Enqueue(new MessageReceived(message));
            }

            Start();
        }
    }

    /// <summary>Takes any other event. Beyond twice the queue's size it is dropped and counted: nothing could fetch it later.</summary>
    public void PostEvent(PlatformEvent platformEvent)
    {
        lock (_lock)
        {
            bool isUrgent = platformEvent is InteractionReceived;
            int held = isUrgent ? _urgent?.Count ?? 0 : _waiting?.Count ?? 0;
            if (held >= lanes.GuildQueue * 2)
            {
                lanes.Log.EventDropped(guild, platformEvent.GetType().Name);
                return;
            }

            if (isUrgent)
                (_urgent ??= new Queue<QueuedEvent>()).Enqueue(new QueuedEvent(platformEvent, lanes.Marks.Enter()));
            else
                Enqueue(platformEvent);
            Start();
        }
    }

    /// <summary>The guild's channels or roles changed: one event tells of any number of changes.</summary>
    public void PostChange(bool justJoined)
    {
        lock (_lock)
        {
            _justJoined |= justJoined;
            if (_changeWaits)
                return;
            _changeWaits = true;
            Enqueue(null);
            Start();
        }
    }

    /// <summary>An edit came without what is needed to judge it: it is read over REST.</summary>
    public void PostPartialEdit(ulong channel, ulong message)
    {
        lock (_lock)
        {
            MissEdit(_gaps?.GetValueOrDefault(channel) ?? OpenGap(channel), message);
            Start();
        }
    }

    /// <summary>A lost session hid everything in between.</summary>
    public void PostLostSpan(ulong channel, ulong after, ulong through)
    {
        lock (_lock)
        {
            ChannelGap gap = _gaps?.GetValueOrDefault(channel) ?? OpenGap(channel);
            gap.MissSpan(after, through);
            gap.Hold(lanes.Marks.Enter());
            Start();
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private bool IsFull() => (_waiting?.Count ?? 0) >= lanes.GuildQueue || lanes.IsFull;

    private void Enqueue(PlatformEvent? platformEvent)
    {
        (_waiting ??= new Queue<QueuedEvent>()).Enqueue(new QueuedEvent(platformEvent, platformEvent is null ? null : lanes.Marks.Enter()));
        _queued++;
        lanes.CountQueued(1);
    }

    private ChannelGap OpenGap(ulong channel)
    {
        _handedIds ??= new RecentIds(HandedKept);
        var gap = new ChannelGap(channel, _queued);
        (_gaps ??= [])[channel] = gap;
        return gap;
    }

    private void MissPost(ChannelGap gap, ulong message)
    {
        gap.MissPost(message);
        gap.Hold(lanes.Marks.Enter());
    }

    private void MissEdit(ChannelGap gap, ulong message)
    {
        if (gap.MissEdit(message))
            gap.Hold(lanes.Marks.Enter());
        else
            lanes.Log.EventDropped(guild, "edit");
    }

    private void Start()
    {
        if (_isRunning || lanes.IsStopping)
            return;
        _isRunning = true;
        lanes.CountActive(1);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private async Task RunAsync()
    {
        while (TakeNext(out QueuedEvent next, out ChannelGap? gap, out bool justJoined))
        {
            if (gap is not null)
                await FillAsync(gap);
            else if (next.Event is not { } waiting)
                await lanes.HandChangeAsync(guild, justJoined);
            else if (!IsFirst(waiting) || await lanes.HandAsync(guild, waiting))
                next.Batch?.Leave();
        }

        lanes.CountActive(-1);
    }

    /// <summary>False for a message that reading a gap has handed over already; while gaps are open the others are remembered for the reader.</summary>
    private bool IsFirst(PlatformEvent next)
    {
        if (next is not MessageReceived { Message: { IsEdit: false } message } || _handedIds is not { } handed)
            return true;
        if (handed.Contains(message.Id.Value))
            return false;
        if (Volatile.Read(ref _gaps) is not null)
            handed.Add(message.Id.Value);
        return true;
    }

    /// <summary>What to do next; false where the lane comes to rest.</summary>
    private bool TakeNext(out QueuedEvent next, out ChannelGap? gap, out bool justJoined)
    {
        next = default;
        gap = null;
        justJoined = false;
        lock (_lock)
        {
            if (lanes.IsStopping)
                return _isRunning = false;
            if (_urgent is not null && _urgent.TryDequeue(out next))
                return true;
            gap = _filling ??= TakeReadyGap();
            if (gap is not null)
                return true;
            if (_waiting is not null && _waiting.TryDequeue(out next))
            {
                _handed++;
                lanes.CountQueued(-1);
                if (next.Event is null)
                {
                    justJoined = _justJoined;
                    _changeWaits = _justJoined = false;
                }

                return true;
            }

            if (_waiting is { Capacity: > KeptCapacity })
                _waiting = null;
            if (_gaps is { Count: > 0 })
                WakeLater();
            return _isRunning = false;
        }
    }

    private ChannelGap? TakeReadyGap()
    {
        if (_gaps is null)
            return null;
        long now = lanes.Time.GetTimestamp();
        foreach (ChannelGap gap in _gaps.Values)
        {
            if (gap.ReadyAt > _handed || gap.NotBefore > now)
                continue;
            _gaps.Remove(gap.Channel);
            if (_gaps.Count == 0)
                _gaps = null;
            return gap;
        }

        return null;
    }

    private async Task FillAsync(ChannelGap gap)
    {
        GapProgress progress = await lanes.Filler.StepAsync(guild, gap, _handedIds!, lanes);
        if (progress == GapProgress.More)
            return;
        lock (_lock)
        {
            _filling = null;
            if (progress != GapProgress.TryLater)
            {
                // What the end of the run cut short is for whoever comes next.
                if (!lanes.IsStopping)
                    gap.LetGo();
                return;
            }

            gap.Attempts++;
            gap.NotBefore = lanes.Time.GetTimestamp() + (long)(GapFiller.Rest(gap.Attempts).TotalSeconds * lanes.Time.TimestampFrequency);
            _gaps ??= [];
            // What the channel missed meanwhile joins what is still missing.
            if (_gaps.Remove(gap.Channel, out ChannelGap? newer))
                gap.Absorb(newer);
            _gaps[gap.Channel] = gap;
        }
    }

    private void WakeLater()
    {
        long now = lanes.Time.GetTimestamp();
        long due = _gaps!.Values.Min(gap => gap.NotBefore);
        TimeSpan wait = due > now ? lanes.Time.GetElapsedTime(now, due) + TimeSpan.FromMilliseconds(1) : TimeSpan.FromMilliseconds(1);
        _wake?.Dispose();
        _wake = lanes.Time.CreateTimer(static state => ((GuildLane)state!).Wake(), this, wait, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_lock)
        {
            _wake?.Dispose();
            _wake = null;
            Start();
        }
    }
}
