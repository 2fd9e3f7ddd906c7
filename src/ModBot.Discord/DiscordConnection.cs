using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.Gateway;
using ModBot.Discord.Lanes;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Discord;

/// <summary>All shards of this process, feeding one handler.</summary>
internal sealed class DiscordConnection(
    DiscordOptions options, RestClient rest, GuildDirectory guilds, BotAccount account, MemberDirectory members, HistoryReader history,
    Random random, TimeProvider time, ILoggerFactory loggers) : IPlatformConnection
{
    private int _isRunning;

    public async Task RunAsync(IPlatformEventHandler handler, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) != 0)
            throw new InvalidOperationException("The connection runs already.");
        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var lanes = new EventLanes(options, handler, guilds, account, members, history, time, loggers.CreateLogger<EventLanes>(), stopping.Token);
            try
            {
                await RunShardsAsync(lanes, stopping);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The way a run is meant to end.
            }
            finally
            {
                await stopping.CancelAsync();
                await lanes.WhenIdleAsync();
            }
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private async Task RunShardsAsync(EventLanes lanes, CancellationTokenSource stopping)
    {
        ILogger logger = loggers.CreateLogger("ModBot.Discord.Gateway");
        var gate = new IdentifyGate(time, logger);
        var address = new GatewayAddress(options, rest, gate, random, time, logger);
        await address.FindAsync(stopping.Token);
        ShardPlan plan = ShardPlan.Parse(options.Shards)!.Value.Resolve(address.Current.Shards);
        List<Task> shards = [];
        for (int number = plan.First; number <= plan.Last; number++)
        {
            var id = new ShardId(number, plan.Total);
            var dispatcher = new ShardDispatcher(options, id, lanes, guilds, account, rest, time, logger);
            var shard = new GatewayShard(options, id, address, gate, dispatcher, random, time, logger);
            shards.Add(RunShardAsync(shard, stopping));
        }

        await Task.WhenAll(shards);
    }

    /// <summary>A shard that cannot go on stops the others: half a bot would look like a whole one.</summary>
    private static async Task RunShardAsync(GatewayShard shard, CancellationTokenSource stopping)
    {
        try
        {
            await shard.RunAsync(stopping.Token);
        }
        catch (PlatformFatalException)
        {
            await stopping.CancelAsync();
            throw;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped with the run, or by another shard whose exception says why.
        }
    }
}
