using System.Text;
using System.Text.Json.Nodes;

namespace ModBot.Benchmarks;

/// <summary>Frames as Discord sends them.</summary>
internal static class GatewayFrames
{
    public const ulong BotUser = 500_000_000_000_000_000;

    /// <summary>The size of the reference MESSAGE_CREATE frame, bytes.</summary>
    public const int MessageSize = 1_063;

    private const ulong FirstGuild = 100_000_000_000_000_000;

    private static readonly string[] Words = ["match", "later", "tonight", "map", "server", "somebody", "screenshot", "around", "pull", "request", "dinner", "maybe", "the", "we", "after", "is", "of", "broken", "seven"];

    /// <summary>A MESSAGE_CREATE of exactly <see cref="MessageSize"/> bytes in the first guild.</summary>
    public static byte[] Message() => Message(1_200_000_000_000_000_001, "words and more words, ");

    /// <summary>So many of them, each with an id and words of its own, so that a stream of them compresses no better than talk does.</summary>
    public static byte[][] Messages(int count)
    {
        var random = new Random(17);
        return [.. Enumerable.Range(0, count).Select(i => Message(1_200_000_000_000_000_001 + ((ulong)i << 22), string.Join(' ', random.GetItems(Words, 60))))];
    }

    private static byte[] Message(ulong id, string words)
    {
        var author = new JsonObject { ["id"] = "600000000000000001", ["username"] = "somebody", ["global_name"] = "Some Body", ["avatar"] = "a_5ad4dbf5d1e9ac3b2d4f2f0a1b2c3d4e", ["discriminator"] = "0", ["public_flags"] = 0 };
        var member = new JsonObject
        {
            ["roles"] = new JsonArray("100000000000000002"), ["joined_at"] = "2024-02-03T10:11:12.131000+00:00", ["nick"] = null, ["avatar"] = null, ["premium_since"] = null,
            ["deaf"] = false, ["mute"] = false, ["flags"] = 0, ["pending"] = false, ["communication_disabled_until"] = null,
        };
        var message = new JsonObject
        {
            ["id"] = id.ToString(), ["channel_id"] = Channel(0), ["guild_id"] = Guild(0), ["content"] = "", ["author"] = author, ["member"] = member,
            ["timestamp"] = "2026-03-04T05:06:07.089000+00:00", ["edited_timestamp"] = null, ["tts"] = false, ["mention_everyone"] = false, ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(), ["attachments"] = new JsonArray(), ["embeds"] = new JsonArray(), ["components"] = new JsonArray(), ["pinned"] = false, ["type"] = 0, ["flags"] = 0,
        };
        var frame = new JsonObject { ["t"] = "MESSAGE_CREATE", ["s"] = 1234, ["op"] = 0, ["d"] = message };
        int missing = MessageSize - Encoding.UTF8.GetByteCount(frame.ToJsonString());
        message["content"] = string.Concat(Enumerable.Repeat(words, (missing / words.Length) + 1))[..missing];
        return Encoding.UTF8.GetBytes(frame.ToJsonString());
    }

    /// <summary>A GUILD_CREATE with 12 channels, 10 roles and so many members, the bot among them; the others are in no other guild.</summary>
    public static byte[] GuildCreate(int index, int members)
    {
        var list = new JsonArray { (JsonNode)Member(BotUser, "ModBot") };
        for (int i = 1; i < members; i++)
            list.Add((JsonNode)Member(600_000_000_000_000_000 + ((ulong)index << 22) + (ulong)i, $"member{i}"));
        var guild = new JsonObject
        {
            ["id"] = Guild(index), ["name"] = $"guild {index}", ["owner_id"] = "600000000000000002", ["member_count"] = members, ["large"] = false, ["unavailable"] = false,
            ["roles"] = new JsonArray([.. Enumerable.Range(0, 10).Select(role => (JsonNode)new JsonObject
            {
                ["id"] = role == 0 ? Guild(index) : (FirstGuild + ((ulong)index << 22) + (ulong)role).ToString(), ["name"] = role == 0 ? "@everyone" : $"role {role}", ["permissions"] = "1071698660929", ["position"] = role, ["color"] = 0, ["hoist"] = false, ["managed"] = false, ["mentionable"] = false,
            })]),
            ["channels"] = new JsonArray([.. Enumerable.Range(0, 12).Select(channel => (JsonNode)new JsonObject
            {
                ["id"] = channel == 0 ? Channel(index) : (FirstGuild + ((ulong)index << 22) + 1_000 + (ulong)channel).ToString(), ["type"] = 0, ["name"] = $"channel-{channel}", ["topic"] = "about something", ["position"] = channel,
                ["permission_overwrites"] = new JsonArray(new JsonObject { ["id"] = Guild(index), ["type"] = 0, ["allow"] = "0", ["deny"] = "2048" }),
            })]),
            ["threads"] = new JsonArray(), ["members"] = list, ["emojis"] = new JsonArray(), ["features"] = new JsonArray(), ["presences"] = new JsonArray(),
            ["voice_states"] = new JsonArray(), ["stage_instances"] = new JsonArray(), ["guild_scheduled_events"] = new JsonArray(), ["stickers"] = new JsonArray(),
            ["preferred_locale"] = "en-US", ["joined_at"] = "2024-02-03T10:11:12.131000+00:00",
        };
        return Encoding.UTF8.GetBytes(new JsonObject { ["t"] = "GUILD_CREATE", ["s"] = index, ["op"] = 0, ["d"] = guild }.ToJsonString());
    }

    /// <summary>A READY with so many guilds that are still to come.</summary>
    public static byte[] Ready(int guilds)
    {
        var ready = new JsonObject
        {
            ["v"] = 10, ["user"] = new JsonObject { ["id"] = BotUser.ToString(), ["username"] = "ModBot", ["discriminator"] = "0", ["bot"] = true },
            ["session_id"] = "one", ["resume_gateway_url"] = "ws://127.0.0.1:9/", ["private_channels"] = new JsonArray(), ["application"] = new JsonObject { ["id"] = BotUser.ToString(), ["flags"] = 565_248 },
            ["guilds"] = new JsonArray([.. Enumerable.Range(0, guilds).Select(guild => (JsonNode)new JsonObject { ["id"] = Guild(guild), ["unavailable"] = true })]),
        };
        return Encoding.UTF8.GetBytes(new JsonObject { ["t"] = "READY", ["s"] = 1, ["op"] = 0, ["d"] = ready }.ToJsonString());
    }

    private static string Guild(int index) => (FirstGuild + ((ulong)index << 22)).ToString();

    private static string Channel(int index) => (FirstGuild + ((ulong)index << 22) + 1_000).ToString();

    private static JsonObject Member(ulong id, string name) => new()
    {
        ["user"] = new JsonObject { ["id"] = id.ToString(), ["username"] = name, ["discriminator"] = "0", ["avatar"] = null, ["global_name"] = name },
        ["roles"] = new JsonArray(), ["joined_at"] = "2024-02-03T10:11:12.131000+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0,
    };
}
