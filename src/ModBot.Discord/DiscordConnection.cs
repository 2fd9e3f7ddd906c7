using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.Gateway;
using ModBot.Discord.Lanes;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Discord;

/// <summary>The shards that this process has leases on, feeding one handler.</summary>
internal sealed class DiscordConnection(
    DiscordOptions options, RestClient rest, GuildDirectory guilds, BotAccount account, MemberDirectory members, HistoryReader history,
    ShardServices services, Random random, TimeProvider time, ILoggerFactory loggers) : IPlatformConnection
{
    private readonly ILogger _logger = loggers.CreateLogger("ModBot.Discord.Gateway");
    private int _isRunning;

    public async Task RunAsync(IPlatformEventHandler handler, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) != 0)
            throw new InvalidOperationException("The connection runs already.");
        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            using var keeping = new CancellationTokenSource();
            var keeper = new ShardKeeper(services.Progress, options.Bot, time, _logger);
            Task kept = keeper.RunAsync(keeping.Token);
            try
            {
                await RunShardsAsync(handler, keeper, stopping);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The way a run is meant to end.
            }
            finally
            {
                await keeping.CancelAsync();
                await kept;
            }
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private async Task RunShardsAsync(IPlatformEventHandler handler, ShardKeeper keeper, CancellationTokenSource stopping)
    {
        var gate = new IdentifyGate(services.Slots, options.Bot, time, _logger);
        var address = new GatewayAddress(options, rest, gate, random, time, _logger);
        await address.FindAsync(stopping.Token);
        ShardPlan plan = await PlanAsync(address.Current.Shards, stopping.Token);
        var run = new Run(handler, keeper, gate, address, new QueueTotal(options.TotalQueue));
        HashSet<Task> shards = [];
        try
        {
            await foreach (IShardLease lease in services.Leases.AcquireAsync(options.Bot, plan.First, plan.Last, plan.Total, stopping.Token))
            {
                shards.RemoveWhere(static shard => shard.IsCompletedSuccessfully);
                shards.Add(RunShardAsync(run, new ShardId(lease.Shard, plan.Total), lease, stopping));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The shards end too, and say why.
        }

        await Task.WhenAll(shards);
    }

    private async ValueTask<ShardPlan> PlanAsync(int advised, CancellationToken cancellationToken)
    {
        ShardPlan plan = ShardPlan.Parse(options.Shards)!.Value;
        return plan.IsAutomatic ? plan.Resolve(await services.Leases.AgreeOnTotalAsync(options.Bot, plan.Resolve(advised).Total, cancellationToken)) : plan;
    }

    /// <summary>A shard that cannot go on stops the others: half a bot would look like a whole one.</summary>
    private async Task RunShardAsync(Run run, ShardId id, IShardLease lease, CancellationTokenSource stopping)
    {
        await using (lease)
        {
            try
            {
                await RunShardAsync(run, id, lease, stopping.Token);
            }
            catch (PlatformFatalException)
            {
                await stopping.CancelAsync();
                throw;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested || lease.Ended.IsCancellationRequested)
            {
                // Stopped with the run, with the lease, or by another shard whose exception says why.
            }
        }
    }

    private async Task RunShardAsync(Run run, ShardId id, IShardLease lease, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Ended);
        var lanes = new EventLanes(options, run.Handler, guilds, account, members, history, time, loggers.CreateLogger<EventLanes>(), ending.Token, run.Total);
        var session = new ShardSession { IsKept = run.Keeper.Keeps };
        ShardProgress? progress = await run.Keeper.LoadAsync(id, ending.Token);
        ulong catchUpFrom = progress is null ? 0 : Snowflake.At(run.Keeper.CatchUpFrom(progress)).Value;
        var dispatcher = new ShardDispatcher(options, id, lanes, guilds, account, rest, time, _logger, catchUpFrom);
        run.Keeper.Add(id, lanes.Marks, session);
        try
        {
            await new GatewayShard(options, id, session, run.Address, run.Gate, dispatcher, random, time, _logger).RunAsync(ending.Token);
        }
        finally
        {
            await ending.CancelAsync();
            await lanes.WhenIdleAsync();
            await run.Keeper.RemoveAsync(id, lease.IsLost);
        }
    }

    /// <summary>What the shards of one run share.</summary>
    private sealed record Run(IPlatformEventHandler Handler, ShardKeeper Keeper, IdentifyGate Gate, GatewayAddress Address, QueueTotal Total);
}
