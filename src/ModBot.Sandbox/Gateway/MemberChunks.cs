using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Gateway;

/// <summary>Answers Request Guild Members with GUILD_MEMBERS_CHUNK.</summary>
internal static class MemberChunks
{
    private const int ChunkSize = 1_000, MaxByQuery = 100;

    public static void Answer(WorldState world, GatewaySession session, JsonObject request, Action<GatewaySession, string, byte[]> dispatch)
    {
        var form = new Form(request, new FormErrors());
        Snowflake? guildId = request["guild_id"] is JsonArray { Count: > 0 } list && Snowflake.TryParse(list[0]?.ToString(), null, out Snowflake first) ? first : form.Id("guild_id");
        if (guildId is not { } id || !world.Guilds.TryGetValue(id, out GuildState? guild) || !session.Covers(id))
            return;
        string? nonce = form.Text("nonce", max: 32);
        int limit = form.Int("limit", 0) ?? 0;
        Snowflake[]? wanted = request["user_ids"] switch
        {
            JsonArray ids => [.. ids.Select(n => Snowflake.TryParse(n?.ToString(), null, out Snowflake u) ? u : default)],
            JsonValue one when Snowflake.TryParse(one.ToString(), null, out Snowflake u) => [u],
            _ => null,
        };
        string query = form.Text("query") ?? "";
        bool all = wanted is null && query.Length == 0 && limit == 0;
        if (all && !session.Intents.HasFlag(GatewayIntents.GuildMembers))
            return;
        MemberState[] members = wanted is not null
            ? [.. wanted.Take(MaxByQuery).Select(u => guild.Members.GetValueOrDefault(u)).OfType<MemberState>()]
            : [.. guild.Members.Values.Where(m => Matches(world, m, query)).Take(all ? int.MaxValue : Math.Clamp(limit, 1, MaxByQuery))];
        MemberState[][] chunks = members.Length == 0 ? [[]] : [.. members.Chunk(ChunkSize)];
        for (int i = 0; i < chunks.Length; i++)
        {
            var json = new JsonObject
            {
                ["guild_id"] = id.ToString(),
                ["members"] = JsonText.Array(chunks[i].Select(m => GuildJson.Member(world, m))),
                ["chunk_index"] = i,
                ["chunk_count"] = chunks.Length,
                ["not_found"] = wanted is null ? new JsonArray() : JsonText.Ids(wanted.Where(u => !guild.Members.ContainsKey(u))),
            };
            if (nonce is not null)
                json["nonce"] = nonce;
            dispatch(session, "GUILD_MEMBERS_CHUNK", JsonText.Bytes(json));
        }
    }

    private static bool Matches(WorldState world, MemberState member, string query) =>
        world.Users[member.UserId].Username.StartsWith(query, StringComparison.OrdinalIgnoreCase)
        || (member.Nick?.StartsWith(query, StringComparison.OrdinalIgnoreCase) ?? false);
}
