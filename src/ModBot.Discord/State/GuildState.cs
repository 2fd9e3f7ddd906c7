using ModBot.Core.Messages;

namespace ModBot.Discord.State;

/// <summary>What is known of a guild: no members, no messages. An immutable snapshot, swapped whole; arrays are sorted by id.</summary>
internal sealed record GuildState
{
    public required ulong Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>0 where the payload did not say.</summary>
    public ulong OwnerId { get; init; }

    public RoleState[] Roles { get; init; } = [];

    public ChannelState[] Channels { get; init; } = [];

    /// <summary>The bot's own roles; null until known.</summary>
    public Snowflake[]? BotRoles { get; init; }

    public ChannelState? FindChannel(ulong id)
    {
        int index = IndexOf(Channels, id);
        return index < 0 ? null : Channels[index];
    }

    public bool TryFindRole(ulong id, out RoleState role)
    {
        int index = IndexOf(Roles, id);
        role = index < 0 ? default : Roles[index];
        return index >= 0;
    }

    public GuildState With(ChannelState channel)
    {
        int index = IndexOf(Channels, channel.Id);
        if (index >= 0)
            channel.Note(Channels[index].LastMessageId);
        return this with { Channels = Put(Channels, index, channel) };
    }

    public GuildState With(RoleState role) => this with { Roles = Put(Roles, IndexOf(Roles, role.Id), role) };

    public GuildState WithoutChannel(ulong id) => this with { Channels = Remove(Channels, IndexOf(Channels, id)) };

    public GuildState WithoutRole(ulong id) => this with { Roles = Remove(Roles, IndexOf(Roles, id)) };

    private static int IndexOf(ChannelState[] sorted, ulong id)
    {
        int low = 0;
        int high = sorted.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            ulong at = sorted[middle].Id;
            if (at == id)
                return middle;
            if (at < id)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    private static int IndexOf(RoleState[] sorted, ulong id)
    {
        int low = 0;
        int high = sorted.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            ulong at = sorted[middle].Id;
            if (at == id)
                return middle;
            if (at < id)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    private static T[] Put<T>(T[] sorted, int index, T item)
    {
        if (index >= 0)
        {
            T[] replaced = [.. sorted];
            replaced[index] = item;
            return replaced;
        }

        return [.. sorted.AsSpan(0, ~index), item, .. sorted.AsSpan(~index)];
    }

    private static T[] Remove<T>(T[] sorted, int index) =>
        index < 0 ? sorted : [.. sorted.AsSpan(0, index), .. sorted.AsSpan(index + 1)];
}
