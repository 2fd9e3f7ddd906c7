using System.Collections.Concurrent;
using System.Threading.Channels;
using ModBot.Core.Messages;

namespace ModBot.Moderation;

/// <summary>Tells parts of this process what the bot has done, as it happens.</summary>
internal sealed class ModerationFeed
{
    private const int Capacity = 1_024;
    private readonly ConcurrentDictionary<Channel<HandledMessage>, byte> subscribers = new();
    private readonly ConcurrentDictionary<Snowflake, TaskCompletionSource> guilds = new();
    private readonly Channel<bool> arrivals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Publish(HandledMessage message)
    {
        foreach (Channel<HandledMessage> subscriber in subscribers.Keys)
            subscriber.Writer.TryWrite(message);
    }

    public void GuildArrived(Snowflake guild)
    {
        if (Arrival(guild).TrySetResult())
            arrivals.Writer.TryWrite(true);
    }

    public bool HasArrived(Snowflake guild) => Arrival(guild).Task.IsCompletedSuccessfully;

    /// <summary>Returns when a guild arrived since the last call, or after the longest wait.</summary>
    public async Task WaitForArrivalAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await arrivals.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The longest wait is over.
        }
    }

    /// <summary>Completes when the bot has seen the guild.</summary>
    public Task WaitForGuildAsync(Snowflake guild, CancellationToken cancellationToken) => Arrival(guild).Task.WaitAsync(cancellationToken);

    /// <summary>Messages handled from now on. A subscriber that falls more than 1,024 behind loses the oldest.</summary>
    public Subscription Subscribe()
    {
        Channel<HandledMessage> channel = Channel.CreateBounded<HandledMessage>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });
        subscribers[channel] = 0;
        return new Subscription(this, channel);
    }

    private TaskCompletionSource Arrival(Snowflake guild) => guilds.GetOrAdd(guild, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Ends with its disposal.</summary>
    internal sealed class Subscription(ModerationFeed feed, Channel<HandledMessage> channel) : IDisposable
    {
        public ChannelReader<HandledMessage> Messages => channel.Reader;

        public void Dispose()
        {
            feed.subscribers.TryRemove(channel, out _);
            channel.Writer.TryComplete();
        }
    }
}
