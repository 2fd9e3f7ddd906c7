using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Moderation.Restraints;

/// <summary>
/// Tells the moderators, once, that a rule was held back and that a pause is over, and keeps open cards true meanwhile. What is
/// to be told stands in the stored state, so that it is told after a restart too.
/// </summary>
internal sealed partial class RestraintNotices(
    IGuildStateStore store, GuildStates states, IModerationPlatform platform, ReviewCards cards, ModerationFeed feed, TimeProvider time, ILogger<RestraintNotices> logger) : BackgroundService
{
    private const int Capacity = 1_024;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Channel<Snowflake> asked = Channel.CreateBounded<Snowflake>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly HashSet<Snowflake> watched = [];

    /// <summary>The guild's state changed: looks at it soon.</summary>
    public void Look(Snowflake guild) => asked.Writer.TryWrite(guild);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        watched.UnionWith(await store.ListAsync(stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (Snowflake guild in watched.ToList())
                await TryAsync(guild, stoppingToken);
            await WaitAsync(stoppingToken);
        }
    }

    /// <summary>Tells what is to be told of one guild.</summary>
    public async Task TellAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        GuildState state = await store.GetAsync(guild, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        foreach (RuleTrip trip in state.Trips.Where(trip => !trip.IsTold && trip.Until > now))
        {
            ComponentRow buttons = ComponentRow.Of(new ButtonComponent(RestraintButton.IdFor(trip.Rule), "Let it act again", ButtonStyle.Secondary));
            if (await PostAsync(guild, new OutgoingMessage { Content = RestraintText.Tripped(trip), Rows = [buttons], Nonce = NonceOf('b', guild, trip.At) }, cancellationToken))
                await states.ChangeAsync(guild, known => known with { Trips = [.. known.Trips.Select(one => one == trip ? one with { IsTold = true } : one)] }, cancellationToken);
        }

        bool isOver = state.Stop is { } stop && stop.Until <= now;
        if (isOver && !await PostAsync(guild, new OutgoingMessage { Content = RestraintText.Over, Nonce = NonceOf('p', guild, state.Stop!.Until) }, cancellationToken))
            return;
        if (state.NextEnd <= now)
            await states.ChangeAsync(guild, known => known.At(now), cancellationToken);
        if (isOver)
            await cards.RefreshOpenAsync(guild, cancellationToken);
    }

    private async Task TryAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        try
        {
            // Before the platform has shown the guild, every call would fail.
            if (!feed.HasArrived(guild))
                return;
            await TellAsync(guild, cancellationToken);
            if (await states.GetAsync(guild, cancellationToken) == GuildState.Calm)
                watched.Remove(guild);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotTold(fault, guild);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            watched.Add(await asked.Reader.ReadAsync(either.Token));
            while (asked.Reader.TryRead(out Snowflake more))
                watched.Add(more);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look at what has ended.
        }
    }

    /// <summary>False where it is worth trying again.</summary>
    private async Task<bool> PostAsync(Snowflake guild, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (await cards.ChannelAsync(guild, isPrivate: false, cancellationToken) is not { } channel)
            return true;
        (ActionOutcome outcome, _) = await platform.PostAsync(channel, message, cancellationToken);
        return !outcome.MayRetry;
    }

    private static string NonceOf(char kind, Snowflake guild, DateTimeOffset at)
    {
        string nonce = $"{kind}{at.ToUnixTimeSeconds():x}{guild.Value:x}";
        return nonce.Length <= 25 ? nonce : nonce[..25];
    }

    [LoggerMessage(2061, LogLevel.Error, "What holds the rules of guild {Guild} back could not be told; it is tried again")]
    private partial void LogNotTold(Exception fault, Snowflake guild);
}
