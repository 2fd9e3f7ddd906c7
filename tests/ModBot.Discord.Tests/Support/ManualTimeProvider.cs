namespace ModBot.Discord.Tests.Support;

/// <summary>A clock that stands still until a test moves it. Timers fire on the mover's thread, in order.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on, firing what becomes due on the way.</summary>
    public void Advance(TimeSpan span)
    {
        DateTimeOffset end = GetUtcNow() + span;
        while (true)
        {
            ManualTimer? due;
            lock (_lock)
            {
                due = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                _now = due is null ? end : due.Due > _now ? due.Due : _now;
                if (due is null)
                    return;
                _timers.Remove(due);
            }

            due.Fire();
        }
    }

    /// <summary>Moves on until the task is done, but only over waits shorter than the horizon: longer ones are timeouts of work in flight.</summary>
    public async Task DriveAsync(Task task, TimeSpan? horizon = null)
    {
        long started = System.GetTimestamp();
        while (!task.IsCompleted)
        {
            TimeSpan? next;
            lock (_lock)
                next = _timers.Count == 0 ? null : _timers.Min(timer => timer.Due) - _now;
            if (next is { } span && span <= (horizon ?? TimeSpan.FromSeconds(10)))
                Advance(span > TimeSpan.Zero ? span : TimeSpan.Zero);
            else
                await Task.Delay(1);
            if (System.GetElapsedTime(started) > TimeSpan.FromSeconds(30))
                throw new TimeoutException("The work does not end.");
        }

        await task;
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._lock)
            {
                owner._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = owner._now + dueTime;
                    owner._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (owner._lock)
                owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
