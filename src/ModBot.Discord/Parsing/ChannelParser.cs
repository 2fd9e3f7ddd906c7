using System.Text.Json;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Parsing;

/// <summary>A channel object and what stood beside the state in it.</summary>
/// <param name="Channel">Null where it has no id.</param>
/// <param name="GuildId">0 where the payload does not say.</param>
/// <param name="IsArchived">A thread that is not active any more.</param>
/// <param name="SaysLastMessage">The payload had <c>last_message_id</c>, null included.</param>
internal readonly record struct ParsedChannel(ChannelState? Channel, ulong GuildId, bool IsArchived, bool SaysLastMessage)
{
    /// <summary>Who opened the thread; 0 where the payload does not say.</summary>
    public ulong OwnerId { get; init; }

    /// <summary>The thread was opened just now, rather than shown to the bot just now.</summary>
    public bool IsNew { get; init; }

    /// <summary>When the thread was last archived or reopened.</summary>
    public DateTimeOffset? ArchiveChangedAt { get; init; }
}

/// <summary>Reads channels and threads.</summary>
internal static class ChannelParser
{
    public static ParsedChannel Read(ref Utf8JsonReader reader)
    {
        ulong id = 0;
        ulong guild = 0;
        ulong parent = 0;
        ulong last = 0;
        int type = 0;
        ulong owner = 0;
        (bool Archived, DateTimeOffset? At) archive = default;
        bool isNew = false;
        bool saysLast = false;
        string? title = null;
        string? topic = null;
        PermissionOverwrite[] overwrites = [];
        if (reader.EntersObject())
        {
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("id"u8))
                {
                    id = reader.ReadId();
                }
                else if (name.SequenceEqual("guild_id"u8))
                {
                    guild = reader.ReadId();
                }
                else if (name.SequenceEqual("parent_id"u8))
                {
                    parent = reader.ReadId();
                }
                else if (name.SequenceEqual("owner_id"u8))
                {
                    owner = reader.ReadId();
                }
                else if (name.SequenceEqual("newly_created"u8))
                {
                    isNew = reader.ReadFlag();
                }
                else if (name.SequenceEqual("type"u8))
                {
                    type = reader.ReadInt32();
                }
                else if (name.SequenceEqual("name"u8))
                {
                    title = reader.ReadText();
                }
                else if (name.SequenceEqual("topic"u8))
                {
                    topic = reader.ReadText();
                }
                else if (name.SequenceEqual("last_message_id"u8))
                {
                    saysLast = true;
                    last = reader.ReadId();
                }
                else if (name.SequenceEqual("permission_overwrites"u8))
                {
                    overwrites = ReadOverwrites(ref reader);
                }
                else if (name.SequenceEqual("thread_metadata"u8))
                {
                    archive = ReadArchive(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        if (id == 0)
            return new ParsedChannel(null, guild, archive.Archived, saysLast);
        var channel = new ChannelState
        {
            Id = id,
            Name = ChannelState.IsNamed(type) ? title ?? "" : "",
            Type = type,
            ParentId = parent,
            Topic = topic,
            Overwrites = overwrites,
            LastMessageId = last,
        };
        return new ParsedChannel(channel, guild, archive.Archived, saysLast) { OwnerId = owner, IsNew = isNew, ArchiveChangedAt = archive.At };
    }

    private static (bool Archived, DateTimeOffset? At) ReadArchive(ref Utf8JsonReader reader)
    {
        (bool Archived, DateTimeOffset? At) archive = default;
        if (reader.EntersObject())
        {
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("archived"u8))
                    archive.Archived = reader.ReadFlag();
                else if (name.SequenceEqual("archive_timestamp"u8))
                    archive.At = reader.ReadTime();
                else
                    reader.Skip();
            }
        }

        return archive;
    }

    private static PermissionOverwrite[] ReadOverwrites(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return [];
        List<PermissionOverwrite>? overwrites = null;
        while (reader.NextItem())
        {
            if (!reader.EntersObject())
                continue;
            ulong id = 0;
            ulong allow = 0;
            ulong deny = 0;
            bool isMember = false;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("id"u8))
                {
                    id = reader.ReadId();
                }
                else if (name.SequenceEqual("allow"u8))
                {
                    allow = reader.ReadBits();
                }
                else if (name.SequenceEqual("deny"u8))
                {
                    deny = reader.ReadBits();
                }
                else if (name.SequenceEqual("type"u8))
                {
                    // Old servers write "role" and "member".
                    isMember = reader.TokenType == JsonTokenType.String ? reader.ValueTextEquals("member"u8) || reader.ValueTextEquals("1"u8) : reader.ReadInt32() == 1;
                }
                else
                {
                    reader.Skip();
                }
            }

            if (id != 0)
                (overwrites ??= []).Add(new PermissionOverwrite(id, isMember, (GuildPermissions)allow, (GuildPermissions)deny));
        }

        return overwrites is null ? [] : [.. overwrites];
    }
}
