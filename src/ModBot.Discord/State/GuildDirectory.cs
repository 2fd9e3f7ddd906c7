using System.Collections.Concurrent;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Discord.State;

/// <summary>All guilds of this process. Read from anywhere without locks; each guild is written by its own shard.</summary>
internal sealed class GuildDirectory(BotAccount account)
{
    private readonly ConcurrentDictionary<ulong, GuildState> _guilds = new();

    public int Count => _guilds.Count;

    public IEnumerable<ulong> Ids => _guilds.Select(entry => entry.Key);

    public GuildState? Find(ulong guild) => _guilds.GetValueOrDefault(guild);

    public void Put(GuildState guild) => _guilds[guild.Id] = guild;

    public bool Remove(ulong guild) => _guilds.TryRemove(guild, out _);

    /// <summary>Replaces a guild's state by what the function makes of it; unknown guilds are left alone.</summary>
    public bool Change<T>(ulong guild, T argument, Func<GuildState, T, GuildState> change)
    {
        while (_guilds.TryGetValue(guild, out GuildState? before))
        {
            if (_guilds.TryUpdate(guild, change(before, argument), before))
                return true;
        }

        return false;
    }

    /// <summary>The guild that holds the channel, by search: for calls that name a channel alone.</summary>
    public GuildState? FindByChannel(ulong channel)
    {
        foreach (KeyValuePair<ulong, GuildState> entry in _guilds)
        {
            if (entry.Value.FindChannel(channel) is not null)
                return entry.Value;
        }

        return null;
    }

    /// <summary>What the bot may do in a channel; null where the state does not know, so that the call must be tried.</summary>
    public GuildPermissions? BotPermissions(ulong guild, ulong channel)
    {
        if (Find(guild) is not { BotRoles: { } roles, Roles.Length: > 0 } state || state.FindChannel(channel) is not { } found)
            return null;
        if (found.IsThread && state.FindChannel(found.ParentId) is null)
            return null;
        return PermissionMath.InChannel(state, found, account.UserId.Value, roles);
    }

    /// <summary>What the bot may do in the guild as a whole; null where the state does not know.</summary>
    public GuildPermissions? BotPermissions(ulong guild) =>
        Find(guild) is { BotRoles: { } roles, Roles.Length: > 0 } state ? PermissionMath.InGuild(state, account.UserId.Value, roles) : null;

    public GuildSummary? Summarise(ulong guild, bool justJoined)
    {
        if (Find(guild) is not { } state)
            return null;
        Snowflake[] roles = state.BotRoles ?? [];
        var channels = new List<ChannelSummary>();
        foreach (ChannelState channel in state.Channels)
        {
            if (channel.IsText)
                channels.Add(new ChannelSummary(new Snowflake(channel.Id), channel.Name, channel.Topic, PermissionMath.InChannel(state, channel, account.UserId.Value, roles)));
        }

        return new GuildSummary
        {
            Id = new Snowflake(guild),
            Name = state.Name,
            OwnerId = state.OwnerId == 0 ? null : new Snowflake(state.OwnerId),
            Channels = channels,
            JustJoined = justJoined,
        };
    }
}
