using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Messages: list, get, post, edit, delete, bulk delete.</summary>
internal sealed class MessageEndpoints(WorldState world, MessageBoard board)
{
    private const int MaxPage = 100;

    public void Map(RestRoutes routes)
    {
        routes.Get("/channels/{channel_id}/messages", RouteBucket.MessageRead, List);
        routes.Post("/channels/{channel_id}/messages", RouteBucket.MessageCreate, Create);
        routes.Post("/channels/{channel_id}/messages/bulk-delete", RouteBucket.MessageBulkDelete, BulkDelete);
        routes.Get("/channels/{channel_id}/messages/{message_id}", RouteBucket.MessageRead, Get);
        routes.Patch("/channels/{channel_id}/messages/{message_id}", RouteBucket.MessageEdit, Edit);
        routes.Delete("/channels/{channel_id}/messages/{message_id}", RouteBucket.MessageDelete, Delete);
        routes.Post("/channels/{channel_id}/messages/{message_id}/crosspost", RouteBucket.MessageCreate, Crosspost);
    }

    private RestReply List(RestCall call)
    {
        ChannelState channel = call.Channel();
        int limit = call.QueryInt("limit", 50, 1, MaxPage);
        Snowflake? around = call.QueryId("around"), before = call.QueryId("before"), after = call.QueryId("after");
        if (new[] { around, before, after }.Count(id => id is not null) > 1)
            throw ApiErrors.Form("", "MUTUALLY_EXCLUSIVE", "The before, after and around keys are mutually exclusive");
        if (world.GuildOf(channel) is { } guild && !PermissionCalculator.InChannel(guild, channel, call.Caller, world.Now).HasFlag(PermissionBits.ReadMessageHistory))
            return RestReply.Ok(new JsonArray());
        List<MessageState> all = channel.Messages;
        int from, to;
        if (after is { } a)
        {
            from = Place(channel, new Snowflake(a.Value == ulong.MaxValue ? a.Value : a.Value + 1));
            to = Math.Min(all.Count, from + limit);
        }
        else if (around is { } middle)
        {
            from = Math.Max(0, Place(channel, middle) - (limit / 2));
            to = Math.Min(all.Count, from + limit);
        }
        else
        {
            to = before is { } b ? Place(channel, b) : all.Count;
            from = Math.Max(0, to - limit);
        }

        var page = new JsonArray();
        for (int i = to - 1; i >= from; i--)
            page.Add(Shown(all[i]));
        return RestReply.Ok(page);
    }

    private RestReply Get(RestCall call)
    {
        ChannelState channel = call.Channel();
        if (world.GuildOf(channel) is { } guild)
            call.Require(guild, channel, PermissionBits.ReadMessageHistory);
        return RestReply.Ok(Shown(channel.Find(call.Id("message_id")) ?? throw ApiErrors.UnknownMessage()));
    }

    private RestReply Create(RestCall call)
    {
        ChannelState channel = call.Channel();
        MessageDraft draft = MessageForm.Read(call.Form(), call.Files);
        return RestReply.Ok(Shown(board.Post(channel, call.Caller, draft)));
    }

    private RestReply Edit(RestCall call)
    {
        ChannelState channel = call.Channel();
        Snowflake id = call.Id("message_id");
        int flags = channel.Find(id)?.Flags ?? 0;
        return RestReply.Ok(Shown(board.Edit(channel, id, call.Caller, MessageForm.Read(call.Form(), call.Files, existingFlags: flags))));
    }

    private RestReply Delete(RestCall call)
    {
        board.Delete(call.Channel(), call.Id("message_id"), call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply BulkDelete(RestCall call)
    {
        ChannelState channel = call.Channel();
        Form form = call.Form();
        IReadOnlyList<Snowflake>? ids = form.Ids("messages", required: true);
        if (ids is not null && ids.Distinct().Count() != ids.Count)
            form.Errors.Add("messages", "LIST_ITEM_VALUE_REQUIRED", "Messages must be unique");
        form.Errors.ThrowIfAny();
        if (ids!.Count is < 2 or > MaxPage)
            throw ApiErrors.TooFewOrTooMany();
        board.BulkDelete(channel, ids, call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply Crosspost(RestCall call)
    {
        ChannelState channel = call.Channel();
        if (channel.Type != ChannelKind.Announcement)
            throw ApiErrors.WrongChannelType();
        return RestReply.Ok(Shown(channel.Find(call.Id("message_id")) ?? throw ApiErrors.UnknownMessage()));
    }

    /// <summary>The message, emptied where the application lacks the content intent.</summary>
    private JsonObject Shown(MessageState message)
    {
        JsonObject json = MessageJson.Of(world, message);
        if (!world.MessageContentEnabled && world.FindChannel(message.ChannelId)?.GuildId is not null)
            MessageJson.StripContent(json, world.BotId);
        return json;
    }

    private static int Place(ChannelState channel, Snowflake id)
    {
        int at = channel.IndexOf(id);
        return at >= 0 ? at : ~at;
    }
}
