using System.Runtime.CompilerServices;
using ModBot.Core.Ports;

namespace ModBot.Discord.Gateway;

/// <summary>This process runs every shard it is asked for: there is no other.</summary>
internal sealed class EveryShard : IShardLeases
{
    public ValueTask<int> AgreeOnTotalAsync(string bot, int wanted, CancellationToken cancellationToken) => ValueTask.FromResult(wanted);

    public async IAsyncEnumerable<IShardLease> AcquireAsync(string bot, int first, int last, int total, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int shard = first; shard <= last; shard++)
            yield return new Lease(shard);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private sealed class Lease(int shard) : IShardLease
    {
        public int Shard => shard;

        public CancellationToken Ended => CancellationToken.None;

        public bool IsLost => false;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
