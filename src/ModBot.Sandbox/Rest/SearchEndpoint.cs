using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Searching a guild's messages.</summary>
internal sealed class SearchEndpoint(WorldState world)
{
    public void Map(RestRoutes routes) => routes.Get("/guilds/{guild_id}/messages/search", RouteBucket.MessageRead, Search);

    private RestReply Search(RestCall call)
    {
        GuildState guild = call.Guild();
        int limit = call.QueryInt("limit", 25, 1, 25), offset = call.QueryInt("offset", 0, 0, 9_975);
        string? content = call.Query("content"), has = call.Query("has");
        Snowflake? author = call.QueryId("author_id"), place = call.QueryId("channel_id"), min = call.QueryId("min_id"), max = call.QueryId("max_id");
        MessageState[] found =
        [
            .. guild.Channels.Values
                .Where(c => (place is null || c.Id == place) && Readable(guild, c))
                .SelectMany(c => c.Messages)
                .Where(m => (author is null || m.AuthorId == author)
                    && (min is not { } least || m.Id > least)
                    && (max is not { } most || m.Id < most)
                    && (content is null || m.Content.Contains(content, StringComparison.OrdinalIgnoreCase))
                    && Has(m, has))
                .OrderByDescending(m => m.Id),
        ];
        return RestReply.Ok(new JsonObject
        {
            ["doing_deep_historical_index"] = false,
            ["total_results"] = found.Length,
            ["messages"] = JsonText.Array(found.Skip(offset).Take(limit).Select(Hit)),
        });
    }

    private bool Readable(GuildState guild, ChannelState channel) =>
        PermissionCalculator.InChannel(guild, channel, world.BotId, world.Now).HasFlag(PermissionBits.ViewChannel | PermissionBits.ReadMessageHistory);

    private static bool Has(MessageState message, string? what) => what switch
    {
        null => true,
        "link" => message.Content.Contains("://", StringComparison.Ordinal),
        "embed" => message.Embeds.Count > 0,
        "file" => message.Attachments.Count > 0,
        "poll" => message.Poll is not null,
        "sticker" => message.StickerItems is not null,
        _ => throw ApiErrors.Form("has", "BASE_TYPE_CHOICES", "Value must be one of ('link', 'embed', 'file', 'poll', 'sticker')."),
    };

    private JsonNode Hit(MessageState message)
    {
        JsonObject json = MessageJson.Of(world, message);
        json["hit"] = true;
        return new JsonArray(json);
    }
}
