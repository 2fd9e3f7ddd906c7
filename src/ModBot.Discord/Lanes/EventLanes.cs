using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Discord.Lanes;

/// <summary>All guilds' lanes of one run, and the handler they feed.</summary>
internal sealed class EventLanes
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<ulong, GuildLane> _lanes = new();
    private readonly Func<ulong, GuildLane> _make;
    private readonly IPlatformEventHandler _handler;
    private readonly GuildDirectory _guilds;
    private readonly BotAccount _account;
    private readonly IMemberships _members;
    private readonly QueueTotal _total;
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _active;

    public EventLanes(
        DiscordOptions options, IPlatformEventHandler handler, GuildDirectory guilds, BotAccount account, IMemberships members,
        IMessageHistory history, TimeProvider time, ILogger<EventLanes> logger, CancellationToken stopping, QueueTotal? total = null)
    {
        _make = guild => new GuildLane(guild, this);
        _handler = handler;
        _guilds = guilds;
        _account = account;
        _members = members;
        _total = total ?? new QueueTotal(options.TotalQueue);
        GuildQueue = options.GuildQueue;
        Filler = new GapFiller(history, options.CatchUpLimit);
        Time = time;
        Log = new LaneLog(logger);
        Stopping = stopping;
    }

    public int GuildQueue { get; }

    public GapFiller Filler { get; }

    public TimeProvider Time { get; }

    public LaneLog Log { get; }

    public CancellationToken Stopping { get; }

    public bool IsStopping => Stopping.IsCancellationRequested;

    /// <summary>Events that wait, in all lanes of the process together.</summary>
    public int Queued => _total.Queued;

    public bool IsFull => _total.IsFull;

    /// <summary>How far these lanes are with what came.</summary>
    public EventMarks Marks { get; } = new();

    /// <summary>The guild's lane; 0 for events of no guild.</summary>
    public GuildLane Of(ulong guild) => _lanes.GetOrAdd(guild, _make);

    public void CountQueued(int change) => _total.Count(change);

    public void CountActive(int change)
    {
        if (Interlocked.Add(ref _active, change) == 0 && IsStopping)
            _idle.TrySetResult();
    }

    /// <summary>Hands one event over; what the handler throws is logged and ends nothing.</summary>
    /// <returns>False where the end of the run cut it short: whoever comes next must see the event again.</returns>
    public async ValueTask<bool> HandAsync(ulong guild, PlatformEvent platformEvent)
    {
        try
        {
            await _handler.HandleAsync(platformEvent, Stopping);
        }
        catch (OperationCanceledException) when (IsStopping)
        {
            Log.HandlerStopped(guild, platformEvent.GetType().Name);
            return false;
        }
        catch (Exception exception)
        {
            Log.HandlerFailed(guild, platformEvent.GetType().Name, exception);
        }

        return true;
    }

    /// <summary>Tells the guild as it is now.</summary>
    public async ValueTask HandChangeAsync(ulong guild, bool justJoined)
    {
        await FindOwnRolesAsync(guild);
        if (_guilds.Summarise(guild, justJoined) is { } summary)
            await HandAsync(guild, new GuildAvailable(summary));
    }

    /// <summary>After <see cref="Stopping"/>: waits for handlers that are still at work, at most five seconds.</summary>
    public async Task WhenIdleAsync()
    {
        if (Volatile.Read(ref _active) == 0)
            return;
        try
        {
            await _idle.Task.WaitAsync(Farewell, Time);
        }
        catch (TimeoutException)
        {
            Log.HandlersBusy(Volatile.Read(ref _active));
        }
    }

    /// <summary>A server that did not list the bot among the members is asked for it once.</summary>
    private async ValueTask FindOwnRolesAsync(ulong guild)
    {
        if (_guilds.Find(guild) is not { BotRoles: null } || _account.UserId.Value == 0)
            return;
        try
        {
            Membership? own = await _members.FindAsync(new Snowflake(guild), _account.UserId, Stopping);
            if (own is not null && own != Membership.None)
                _guilds.Change(guild, own.Roles, static (state, roles) => state with { BotRoles = roles });
        }
        catch (OperationCanceledException)
        {
            Log.HandlerStopped(guild, nameof(GuildAvailable));
        }
    }
}
