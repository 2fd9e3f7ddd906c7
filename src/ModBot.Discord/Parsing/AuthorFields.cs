using System.Text.Json;
using ModBot.Core.Messages;

namespace ModBot.Discord.Parsing;

/// <summary>A user and, where the payload has it, their membership, gathered before both are known.</summary>
internal struct AuthorFields
{
    public ulong Id { get; set; }

    public string? Username { get; set; }

    public string? GlobalName { get; set; }

    public string? Nickname { get; set; }

    public bool IsBot { get; set; }

    public bool IsWebhook { get; set; }

    public bool LacksAvatar { get; set; }

    public bool HasMember { get; private set; }

    public DateTimeOffset? JoinedAt { get; private set; }

    public Snowflake[]? Roles { get; private set; }

    /// <summary>The caller's permissions, in interactions only.</summary>
    public ulong? Permissions { get; private set; }

    /// <summary>Reads a user object.</summary>
    public void ReadUser(ref Utf8JsonReader reader)
    {
        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                Id = reader.ReadId();
            }
            else if (name.SequenceEqual("username"u8))
            {
                Username = reader.ReadText();
            }
            else if (name.SequenceEqual("global_name"u8))
            {
                GlobalName = reader.ReadText();
            }
            else if (name.SequenceEqual("avatar"u8))
            {
                LacksAvatar = reader.TokenType == JsonTokenType.Null;
                reader.Skip();
            }
            else if (name.SequenceEqual("bot"u8))
            {
                IsBot = reader.ReadFlag();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Reads a member object, the user inside it included.</summary>
    public void ReadMember(ref Utf8JsonReader reader, List<Snowflake> scratch)
    {
        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
            ReadMemberProperty(ref reader, name, scratch);
    }

    /// <summary>Reads one property of a member object.</summary>
    public void ReadMemberProperty(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, List<Snowflake> scratch)
    {
        HasMember = true;
        if (name.SequenceEqual("nick"u8))
            Nickname = reader.ReadText();
        else if (name.SequenceEqual("roles"u8))
            Roles = ReadIds(ref reader, scratch);
        else if (name.SequenceEqual("joined_at"u8))
            JoinedAt = reader.ReadTime();
        else if (name.SequenceEqual("user"u8))
            ReadUser(ref reader);
        else if (name.SequenceEqual("permissions"u8) && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            Permissions = reader.ReadBits();
        else
            reader.Skip();
    }

    /// <summary>Reads a member event: a member object beside the guild's id.</summary>
    public static (ulong Guild, AuthorFields Member) ReadEvent(ref Utf8JsonReader reader, List<Snowflake> scratch)
    {
        ulong guild = 0;
        var member = default(AuthorFields);
        if (reader.EntersObject())
        {
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("guild_id"u8))
                    guild = reader.ReadId();
                else
                    member.ReadMemberProperty(ref reader, name, scratch);
            }
        }

        return (guild, member);
    }

    public readonly MessageAuthor Build(bool isModerator) => new()
    {
        Id = new Snowflake(Id),
        Username = Username ?? "",
        GlobalName = GlobalName,
        Nickname = Nickname,
        IsBot = IsBot,
        IsWebhook = IsWebhook,
        HasAvatar = !LacksAvatar,
        JoinedAt = JoinedAt,
        RoleIds = Roles ?? [],
        IsModerator = isModerator,
    };

    /// <summary>Reads a list of ids, or of objects with an id; those that are none are left out, doubles too.</summary>
    public static Snowflake[] ReadIds(ref Utf8JsonReader reader, List<Snowflake> scratch)
    {
        if (!reader.EntersArray())
            return [];
        scratch.Clear();
        while (reader.NextItem())
        {
            ulong id = 0;
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.NextProperty(out ReadOnlySpan<byte> name))
                {
                    if (name.SequenceEqual("id"u8))
                        id = reader.ReadId();
                    else
                        reader.Skip();
                }
            }
            else
            {
                id = reader.ReadId();
            }

            var found = new Snowflake(id);
            // Capped: a hostile list must not cost quadratic time. Discord allows 250 roles and 100 mentions.
            if (id != 0 && scratch.Count < 512 && !scratch.Contains(found))
                scratch.Add(found);
        }

        return scratch.Count == 0 ? [] : [.. scratch];
    }
}
