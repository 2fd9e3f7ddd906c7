using System.Text.Json.Nodes;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Reactions and pins.</summary>
internal sealed class ReactionEndpoints(WorldState world, MessageMarks marks)
{
    private const string Reactions = "/channels/{channel_id}/messages/{message_id}/reactions";

    public void Map(RestRoutes routes)
    {
        routes.Put(Reactions + "/{emoji}/@me", RouteBucket.Reactions, Add);
        routes.Delete(Reactions + "/{emoji}/@me", RouteBucket.Reactions, call => Remove(call, call.Caller));
        routes.Delete(Reactions + "/{emoji}/{user_id}", RouteBucket.Reactions, call => Remove(call, call.Id("user_id")));
        routes.Get(Reactions + "/{emoji}", RouteBucket.Reactions, Users);
        routes.Delete(Reactions + "/{emoji}", RouteBucket.Reactions, call => Clear(call, call.Text("emoji")));
        routes.Delete(Reactions, RouteBucket.Reactions, call => Clear(call, null));
        routes.Get("/channels/{channel_id}/messages/pins", RouteBucket.Pins, Pins);
        routes.Get("/channels/{channel_id}/pins", RouteBucket.Pins, OldPins);
        foreach (string pin in (ReadOnlySpan<string>)["/channels/{channel_id}/messages/pins/{message_id}", "/channels/{channel_id}/pins/{message_id}"])
        {
            routes.Put(pin, RouteBucket.Pins, call => Pin(call, pinned: true));
            routes.Delete(pin, RouteBucket.Pins, call => Pin(call, pinned: false));
        }
    }

    private RestReply Add(RestCall call)
    {
        marks.React(call.Channel(), call.Id("message_id"), call.Caller, call.Text("emoji"));
        return RestReply.NoContent;
    }

    private RestReply Remove(RestCall call, Core.Messages.Snowflake userId)
    {
        marks.Unreact(call.Channel(), call.Id("message_id"), userId, call.Text("emoji"), call.Caller);
        return RestReply.NoContent;
    }

    private RestReply Clear(RestCall call, string? emoji)
    {
        marks.Clear(call.Channel(), call.Id("message_id"), emoji, call.Caller);
        return RestReply.NoContent;
    }

    private RestReply Users(RestCall call)
    {
        ChannelState channel = call.Channel();
        MessageState message = channel.Find(call.Id("message_id")) ?? throw ApiErrors.UnknownMessage();
        int limit = call.QueryInt("limit", 25, 1, 100);
        var after = call.QueryId("after") ?? default;
        ReactionState? reaction = MessageMarks.Find(message, call.Text("emoji"));
        return RestReply.Ok(JsonText.Array((reaction?.Users ?? [])
            .Where(id => id > after && world.Users.ContainsKey(id))
            .Order()
            .Take(limit)
            .Select(id => UserJson.Of(world.Users[id]))));
    }

    private RestReply Pin(RestCall call, bool pinned)
    {
        marks.Pin(call.Channel(), call.Id("message_id"), pinned, call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private IEnumerable<MessageState> Pinned(RestCall call)
    {
        ChannelState channel = call.Channel();
        if (world.GuildOf(channel) is { } guild)
            call.Require(guild, channel, PermissionBits.ReadMessageHistory);
        return channel.Messages.Where(m => m.Pinned).OrderByDescending(m => m.PinnedAt);
    }

    private RestReply OldPins(RestCall call) => RestReply.Ok(JsonText.Array(Pinned(call).Take(50).Select(m => MessageJson.Of(world, m))));

    private RestReply Pins(RestCall call)
    {
        int limit = call.QueryInt("limit", 50, 1, 50);
        MessageState[] page = [.. Pinned(call).Take(limit + 1)];
        return RestReply.Ok(new JsonObject
        {
            ["items"] = JsonText.Array(page.Take(limit).Select(m => new JsonObject
            {
                ["pinned_at"] = JsonText.Time(m.PinnedAt),
                ["message"] = MessageJson.Of(world, m),
            })),
            ["has_more"] = page.Length > limit,
        });
    }
}
