using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Dashboard.Tests.Support;

/// <summary>A feed that tells when somebody watches.</summary>
internal sealed class FakeFeed : ICaseFeed
{
    private readonly ConcurrentDictionary<Channel<CaseChange>, Snowflake> watchers = new();

    public int Watchers => watchers.Count;

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
        var watcher = Channel.CreateUnbounded<CaseChange>();
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
