using ModBot.Core.Members;
using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>Rations direct messages over all processes.</summary>
public interface IDirectMessageRation
{
    /// <summary>Takes a place for a message before it is sent.</summary>
    /// <returns>Null where it may be sent; else why not, for moderators.</returns>
    Task<string?> TakeAsync(DirectMessageRequest request, DirectMessageLimits limits, CancellationToken cancellationToken);

    /// <summary>The member took no message: none is tried for a while.</summary>
    Task RefuseAsync(Snowflake user, long actionId, CancellationToken cancellationToken);
}
