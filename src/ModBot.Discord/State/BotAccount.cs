using ModBot.Core.Messages;

namespace ModBot.Discord.State;

/// <summary>Who the bot is, once the gateway or REST has said so. The same for every shard.</summary>
internal sealed class BotAccount
{
    private ulong _userId;
    private ulong _applicationId;

    /// <summary>0 until known.</summary>
    public Snowflake UserId => new(Volatile.Read(ref _userId));

    /// <summary>0 until known.</summary>
    public Snowflake ApplicationId => new(Volatile.Read(ref _applicationId));

    public void SetUser(ulong user) => Volatile.Write(ref _userId, user);

    public void SetApplication(ulong application) => Volatile.Write(ref _applicationId, application);
}
