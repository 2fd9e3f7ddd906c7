using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Discord.Gateway;
using ModBot.Discord.Parsing;

namespace ModBot.DiscordNet.Gateway;

/// <summary>Looks into gateway frames before Discord.Net does.</summary>
internal static class FrameReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 128 };

    /// <summary>Says what the frame is; a message's components are cut out of it.</summary>
    /// <param name="frame">The frame; replaced where something was cut out.</param>
    /// <exception cref="JsonException">The frame is not JSON.</exception>
    public static GatewayNote Read(ref ReadOnlyMemory<byte> frame)
    {
        GatewayFrame envelope = GatewayFrame.Read(frame.Span);
        if (!envelope.HasData)
            return envelope.Event.SequenceEqual("RESUMED"u8) ? new GatewayNote(null, null, IsResumed: true) : default;
        if (envelope.Event.SequenceEqual("MESSAGE_CREATE"u8) || envelope.Event.SequenceEqual("MESSAGE_UPDATE"u8))
        {
            MessageFacts? facts = ReadMessage(envelope.Data, envelope.Event.SequenceEqual("MESSAGE_UPDATE"u8));
            frame = ComponentCut.From(frame);
            return new GatewayNote(facts, null, IsResumed: false);
        }

        if (envelope.Event.SequenceEqual("READY"u8))
            return new GatewayNote(null, ReadReady(envelope.Data), IsResumed: false);
        return envelope.Event.SequenceEqual("RESUMED"u8) ? new GatewayNote(null, null, IsResumed: true) : ReadBeside(ref envelope);
    }

    /// <summary>What Discord.Net tells in parts only, or not as it was sent.</summary>
    private static GatewayNote ReadBeside(ref GatewayFrame envelope)
    {
        if (ModerationParser.Knows(envelope.Event))
            return default(GatewayNote) with { Moderation = ModerationParser.Read(envelope.Event, ref envelope.Data) };
        if (ThreadDiff.Knows(envelope.Event))
            return default(GatewayNote) with { Thread = new ThreadFacts(envelope.Event.ToArray(), ChannelParser.Read(ref envelope.Data)) };
        if (!envelope.Event.SequenceEqual("GUILD_MEMBER_UPDATE"u8))
            return default;
        (ulong guild, AuthorFields member) = AuthorFields.ReadEvent(ref envelope.Data, []);
        return default(GatewayNote) with { Member = new MemberFacts(guild, member) };
    }

    /// <summary>The facts of each message in a REST answer that has any: one message or a list.</summary>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    public static IEnumerable<MessageFacts> ReadAnswer(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span, Options);
        List<MessageFacts> all = [];
        if (!reader.Read())
            return all;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            Add(all, ReadMessage(reader, isEdit: false));
        }
        else if (reader.EntersArray())
        {
            while (reader.NextItem())
            {
                Add(all, ReadMessage(reader, isEdit: false));
                reader.Skip();
            }
        }

        return all;
    }

    private static void Add(List<MessageFacts> all, MessageFacts? facts)
    {
        if (facts is { ComponentTexts.Count: > 0 })
            all.Add(facts);
    }

    private static MessageFacts? ReadMessage(Utf8JsonReader reader, bool isEdit)
    {
        if (!reader.EntersObject())
            return null;
        ulong id = 0;
        ulong guild = 0;
        ulong channel = 0;
        bool hasAuthor = false;
        var member = default(AuthorFields);
        List<string>? texts = null;
        List<Snowflake> scratch = [];
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
            else if (name.SequenceEqual("channel_id"u8))
            {
                channel = reader.ReadId();
            }
            else if (name.SequenceEqual("author"u8))
            {
                hasAuthor = reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
            }
            else if (name.SequenceEqual("member"u8))
            {
                member.ReadMember(ref reader, scratch);
            }
            else if (name.SequenceEqual("components"u8))
            {
                MessagePartParser.CollectComponentTexts(ref reader, ref texts);
            }
            else
            {
                reader.Skip();
            }
        }

        return id == 0 ? null : new MessageFacts
        {
            Id = id,
            GuildId = guild,
            ChannelId = channel,
            IsEdit = isEdit,
            HasAuthor = hasAuthor,
            HasMember = member.HasMember,
            RoleIds = member.Roles ?? [],
            JoinedAt = member.JoinedAt,
            Nickname = member.Nickname,
            ComponentTexts = texts is null ? [] : texts,
        };
    }

    private static ReadyFacts ReadReady(Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        JsonElement user = Get(root, "user");
        JsonElement guilds = Get(root, "guilds");
        return new ReadyFacts(
            IdOf(user),
            Get(user, "username") is { ValueKind: JsonValueKind.String } name ? name.GetString()! : "",
            IdOf(Get(root, "application")),
            Get(Get(root, "application"), "flags") is { ValueKind: JsonValueKind.Number } flags && flags.TryGetInt64(out long bits) ? bits : null,
            guilds.ValueKind == JsonValueKind.Array ? guilds.EnumerateArray().Select(IdOf).Where(id => id != 0).ToHashSet() : new HashSet<ulong>());
    }

    private static JsonElement Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

    private static ulong IdOf(JsonElement element) =>
        Get(element, "id") is { ValueKind: JsonValueKind.String } id && Snowflake.TryParse(id.GetString(), null, out Snowflake parsed) ? parsed.Value : 0;
}
