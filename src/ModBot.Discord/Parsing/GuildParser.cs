using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Parsing;

/// <summary>A guild object as the gateway sends it.</summary>
/// <param name="Guild">Channels, roles and the bot's own roles; members are passed over.</param>
/// <param name="IsUnavailable">An outage: nothing but the id is known. A deletion without it is a removal.</param>
/// <param name="HasChannels">The payload listed channels (a guild update does not).</param>
/// <param name="HasRoles">The payload listed roles.</param>
/// <param name="SilentChannels">Channels whose newest message the payload did not tell.</param>
internal readonly record struct ParsedGuild(GuildState Guild, bool IsUnavailable, bool HasChannels, bool HasRoles, HashSet<ulong> SilentChannels);

/// <summary>Reads guilds and roles without building a document: a large guild is megabytes of members that nobody needs.</summary>
internal sealed class GuildParser(BotAccount account)
{
    private readonly List<ChannelState> _channels = [];
    private readonly List<RoleState> _roles = [];
    private readonly List<Snowflake> _scratch = [];

    public ParsedGuild Read(ref Utf8JsonReader reader)
    {
        _channels.Clear();
        _roles.Clear();
        ulong id = 0;
        ulong owner = 0;
        string? title = null;
        bool unavailable = false;
        bool hasChannels = false;
        bool hasRoles = false;
        Snowflake[]? botRoles = null;
        HashSet<ulong> silent = [];
        if (reader.EntersObject())
        {
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("id"u8))
                {
                    id = reader.ReadId();
                }
                else if (name.SequenceEqual("name"u8))
                {
                    title = reader.ReadText();
                }
                else if (name.SequenceEqual("owner_id"u8))
                {
                    owner = reader.ReadId();
                }
                else if (name.SequenceEqual("unavailable"u8))
                {
                    unavailable = reader.ReadFlag();
                }
                else if (name.SequenceEqual("channels"u8) || name.SequenceEqual("threads"u8))
                {
                    hasChannels |= name.SequenceEqual("channels"u8);
                    ReadChannels(ref reader, _channels, silent);
                }
                else if (name.SequenceEqual("roles"u8))
                {
                    hasRoles = true;
                    ReadRoles(ref reader);
                }
                else if (name.SequenceEqual("members"u8))
                {
                    botRoles = ReadOwnRoles(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        var guild = new GuildState
        {
            Id = id,
            Name = title ?? "",
            OwnerId = owner,
            Roles = Sorted(_roles),
            Channels = Sorted(_channels),
            BotRoles = botRoles,
        };
        return new ParsedGuild(guild, unavailable, hasChannels, hasRoles, silent);
    }

    /// <summary>Reads a list of channels or threads; archived threads and those without id are left out.</summary>
    public static void ReadChannels(ref Utf8JsonReader reader, List<ChannelState> into, HashSet<ulong>? silent = null)
    {
        if (!reader.EntersArray())
            return;
        PermissionOverwrite[] before = [];
        while (reader.NextItem())
        {
            ParsedChannel parsed = ChannelParser.Read(ref reader);
            if (parsed.Channel is not { } channel || parsed.IsArchived)
                continue;
            // Channels of a category mostly have its overwrites: one list serves them all.
            if (channel.Overwrites.AsSpan().SequenceEqual(before))
                channel = channel with { Overwrites = before };
            before = channel.Overwrites;
            into.Add(channel);
            if (!parsed.SaysLastMessage)
                silent?.Add(channel.Id);
        }
    }

    public static RoleState ReadRole(ref Utf8JsonReader reader)
    {
        ulong id = 0;
        ulong permissions = 0;
        int position = 0;
        if (reader.EntersObject())
        {
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("id"u8))
                    id = reader.ReadId();
                else if (name.SequenceEqual("permissions"u8))
                    permissions = reader.ReadBits();
                else if (name.SequenceEqual("position"u8))
                    position = reader.ReadInt32();
                else
                    reader.Skip();
            }
        }

        return new RoleState(id, (GuildPermissions)permissions, position);
    }

    private void ReadRoles(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return;
        while (reader.NextItem())
        {
            RoleState role = ReadRole(ref reader);
            if (role.Id != 0)
                _roles.Add(role);
        }
    }

    private Snowflake[]? ReadOwnRoles(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return null;
        ulong bot = account.UserId.Value;
        Snowflake[]? own = null;
        while (reader.NextItem())
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            // Most members are not the bot: look for the id first, and read the rest only for the one that is.
            Utf8JsonReader start = reader;
            if (own is null && bot != 0 && UserIdOf(ref reader) == bot)
            {
                var fields = default(AuthorFields);
                fields.ReadMember(ref start, _scratch);
                own = fields.Roles ?? [];
            }
            else if (own is not null)
            {
                reader.Skip();
            }
        }

        return own;
    }

    private static ulong UserIdOf(ref Utf8JsonReader reader)
    {
        ulong id = 0;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (!name.SequenceEqual("user"u8) || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.NextProperty(out ReadOnlySpan<byte> inner))
            {
                if (inner.SequenceEqual("id"u8))
                    id = reader.ReadId();
                else
                    reader.Skip();
            }
        }

        return id;
    }

    private static RoleState[] Sorted(List<RoleState> roles)
    {
        RoleState[] sorted = [.. roles.DistinctBy(role => role.Id)];
        Array.Sort(sorted, static (left, right) => left.Id.CompareTo(right.Id));
        return sorted;
    }

    private static ChannelState[] Sorted(List<ChannelState> channels)
    {
        ChannelState[] sorted = [.. channels.DistinctBy(channel => channel.Id)];
        Array.Sort(sorted, static (left, right) => left.Id.CompareTo(right.Id));
        return sorted;
    }
}
