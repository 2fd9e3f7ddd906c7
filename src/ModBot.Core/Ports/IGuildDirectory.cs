using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Core.Ports;

/// <summary>The guilds that the bot is in now, as the platform last described them.</summary>
public interface IGuildDirectory
{
    /// <summary>In the order of their names.</summary>
    IReadOnlyList<GuildSummary> All { get; }

    /// <summary>Null where the bot is not in it.</summary>
    GuildSummary? Find(Snowflake guild);
}
