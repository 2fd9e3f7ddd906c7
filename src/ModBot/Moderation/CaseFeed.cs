using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>Hands changes of cases to whoever watches in this process.</summary>
internal sealed class CaseFeed : ICaseFeed
{
    private const int Capacity = 256;
    private readonly ConcurrentDictionary<Channel<CaseChange>, Snowflake> watchers = new();

    public void Publish(CaseChange change)
    {
        foreach ((Channel<CaseChange> watcher, Snowflake guild) in watchers)
        {
            if (guild == change.GuildId)
                watcher.Writer.TryWrite(change);
        }
    }

    public async IAsyncEnumerable<CaseChange> WatchAsync(Snowflake guild, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Channel<CaseChange> watcher = Channel.CreateBounded<CaseChange>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        watchers[watcher] = guild;
        try
        {
            await foreach (CaseChange change in watcher.Reader.ReadAllAsync(cancellationToken))
                yield return change;
        }
        finally
        {
            watchers.TryRemove(watcher, out _);
        }
    }
}
