using ModBot.Core.Messages;

namespace ModBot.Discord.Rest;

/// <summary>Who is a member of what, and with which roles.</summary>
internal interface IMemberships
{
    /// <summary>Null where Discord could not be asked.</summary>
    Task<Membership?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken);
}
