using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Core.Ports;

/// <summary>Asks the platform, never the person, what somebody may do.</summary>
public interface IMemberAccess
{
    /// <summary>Asked of the platform at every call; who asks often remembers for a few seconds.</summary>
    /// <returns>Null where the guild is unknown or the platform could not be asked: treat it as "no".</returns>
    Task<MemberAccess?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken);
}
