using System.Collections.Concurrent;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>The guilds that the bot is in now, as the platform last described them.</summary>
internal sealed class GuildDirectory : IGuildDirectory
{
    private readonly ConcurrentDictionary<Snowflake, GuildSummary> guilds = new();

    /// <summary>The bot's own user; 0 before the first session.</summary>
    public Snowflake Bot { get; set; }

    public IReadOnlyList<GuildSummary> All => [.. guilds.Values.OrderBy(guild => guild.Name, StringComparer.OrdinalIgnoreCase)];

    public void Set(GuildSummary guild) => guilds[guild.Id] = guild;

    public void Remove(Snowflake guild) => guilds.TryRemove(guild, out _);

    public GuildSummary? Find(Snowflake guild) => guilds.GetValueOrDefault(guild);

    /// <summary>What the bot may do in the guild shows in each of its channels.</summary>
    public bool MayReadAuditLog(Snowflake guild) =>
        Find(guild)?.Channels.Any(channel => (channel.BotPermissions & (GuildPermissions.ViewAuditLog | GuildPermissions.Administrator)) != GuildPermissions.None) ?? false;

    /// <summary>The channel with that id or, ignoring case, that name.</summary>
    public ChannelSummary? FindChannel(Snowflake guild, string nameOrId) =>
        Find(guild)?.Channels.FirstOrDefault(channel =>
            string.Equals(channel.Name, nameOrId, StringComparison.OrdinalIgnoreCase) || string.Equals(channel.Id.ToString(), nameOrId, StringComparison.Ordinal));
}
