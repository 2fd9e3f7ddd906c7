using System.Text.Json.Nodes;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Gateway;

/// <summary>The payloads that a session starts with: READY and GUILD_CREATE.</summary>
internal static class ReadyJson
{
    /// <summary>Above this many members a guild is "large".</summary>
    private const int LargeThreshold = 250;

    public static JsonObject Of(WorldState world, GatewaySession session, Uri resumeUrl, bool withShard, GatewayIntents privileged)
    {
        var json = new JsonObject
        {
            ["v"] = 10,
            ["user"] = UserJson.Own(world.Bot),
            ["user_settings"] = new JsonObject(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = resumeUrl.AbsoluteUri,
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = JsonText.Array(world.Guilds.Values
                .Where(g => session.Covers(g.Id) && g.Members.ContainsKey(world.BotId))
                .Select(g => new JsonObject { ["id"] = g.Id.ToString(), ["unavailable"] = true })),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["application"] = new JsonObject { ["id"] = world.BotId.ToString(), ["flags"] = ApplicationJson.Flags(privileged) },
            ["_trace"] = new JsonArray("[\"sandbox\",{}]"),
        };
        if (withShard)
            json["shard"] = new JsonArray(session.Shard, session.Shards);
        return json;
    }

    public static JsonObject Guild(WorldState world, GuildState guild, GatewaySession session)
    {
        JsonObject json = GuildJson.Of(guild);
        MemberState own = guild.Members[world.BotId];
        bool everyone = session.Intents.HasFlag(GatewayIntents.GuildPresences | GatewayIntents.GuildMembers) && guild.Members.Count <= LargeThreshold;
        json["joined_at"] = JsonText.Time(own.JoinedAt);
        json["large"] = guild.Members.Count > LargeThreshold;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["voice_states"] = new JsonArray();
        IEnumerable<MemberState> members = everyone ? guild.Members.Values : [own];
        json["members"] = JsonText.Array(members.Select(m => GuildJson.Member(world, m)));
        json["channels"] = JsonText.Array(guild.Channels.Values.Where(c => c.Thread is null).Select(c => ChannelJson.Of(world, c)));
        json["threads"] = JsonText.Array(guild.Channels.Values.Where(c => c.Thread is { Archived: false } && Visible(world, guild, c)).Select(c => ChannelJson.Of(world, c)));
        json["presences"] = new JsonArray();
        json["stage_instances"] = new JsonArray();
        json["guild_scheduled_events"] = new JsonArray();
        json["soundboard_sounds"] = new JsonArray();
        return json;
    }

    private static bool Visible(WorldState world, GuildState guild, ChannelState channel) =>
        PermissionCalculator.InChannel(guild, channel, world.BotId, world.Now).HasFlag(PermissionBits.ViewChannel);
}
