using ModBot.Core.Ports;

namespace ModBot.Discord.Gateway;

/// <summary>What processes of one bot share, where the host has it; else this process is alone and remembers nothing.</summary>
internal sealed record ShardServices(IShardLeases Leases, IIdentifySlots Slots, IShardProgressStore? Progress)
{
    public static ShardServices From(IServiceProvider provider, TimeProvider time) => new(
        (IShardLeases?)provider.GetService(typeof(IShardLeases)) ?? new EveryShard(),
        (IIdentifySlots?)provider.GetService(typeof(IIdentifySlots)) ?? new OwnSlots(time),
        (IShardProgressStore?)provider.GetService(typeof(IShardProgressStore)));
}
