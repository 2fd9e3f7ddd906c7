using ModBot.Discord.Parsing;

namespace ModBot.Discord.Gateway;

/// <summary>Takes a shard's dispatches from the receive loop; must neither wait nor throw.</summary>
internal interface IShardEvents
{
    /// <summary>A new session began.</summary>
    void Ready(ParsedReady ready);

    /// <summary>The session goes on.</summary>
    void Resumed();

    /// <summary>Any other event, read where it stands.</summary>
    void Dispatch(ref GatewayFrame frame);
}
