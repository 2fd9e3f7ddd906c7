using Discord;
using Discord.WebSocket;
using ModBot.Core.Messages;

namespace ModBot.DiscordNet.Rest;

/// <summary>Channels by id: from Discord.Net's cache, else over REST.</summary>
internal sealed class ChannelFinder(ClientSource source)
{
    /// <summary>Null where the channel holds no messages.</summary>
    public async Task<IMessageChannel?> FindAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        DiscordShardedClient client = source.Client;
        if (client.GetChannel(channel.Value) is IMessageChannel known)
            return known;
        return await client.Rest.GetChannelAsync(channel.Value, Calls.Options(cancellationToken)) as IMessageChannel;
    }
}
