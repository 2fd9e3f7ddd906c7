using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Threads and their members.</summary>
internal sealed class ThreadEndpoints(WorldState world, ThreadDesk threads, MessageBoard board)
{
    public void Map(RestRoutes routes)
    {
        routes.Post("/channels/{channel_id}/threads", RouteBucket.Threads, Start);
        routes.Post("/channels/{channel_id}/messages/{message_id}/threads", RouteBucket.Threads, StartFromMessage);
        routes.Get("/guilds/{guild_id}/threads/active", RouteBucket.GuildRead, Active);
        routes.Get("/channels/{channel_id}/threads/archived/public", RouteBucket.Threads, call => Archived(call, ChannelKind.PublicThread));
        routes.Get("/channels/{channel_id}/threads/archived/private", RouteBucket.Threads, call => Archived(call, ChannelKind.PrivateThread));
        routes.Get("/channels/{channel_id}/thread-members", RouteBucket.Threads, Members);
        routes.Put("/channels/{channel_id}/thread-members/@me", RouteBucket.Threads, call => SetMember(call, call.Caller, joined: true));
        routes.Delete("/channels/{channel_id}/thread-members/@me", RouteBucket.Threads, call => SetMember(call, call.Caller, joined: false));
        routes.Put("/channels/{channel_id}/thread-members/{user_id}", RouteBucket.Threads, call => SetMember(call, call.Id("user_id"), joined: true));
        routes.Delete("/channels/{channel_id}/thread-members/{user_id}", RouteBucket.Threads, call => SetMember(call, call.Id("user_id"), joined: false));
    }

    private RestReply Start(RestCall call)
    {
        ChannelState parent = call.Channel();
        GuildState guild = world.GuildOf(parent) ?? throw ApiErrors.NotInDirectMessages();
        Form form = call.Form();
        bool forum = parent.Type is ChannelKind.Forum or ChannelKind.Media;
        MessageDraft? first = forum && form.Object("message", required: true) is { } message ? MessageForm.Read(message, call.Files) : null;
        if (forum)
            form.Body["type"] = (int)ChannelKind.PublicThread;
        ChannelState thread = threads.Start(guild, parent, null, call.Caller, form, call.Reason);
        JsonObject json = ChannelJson.Of(world, thread);
        if (first is not null)
            json["message"] = MessageJson.Of(world, board.Post(thread, call.Caller, first, thread.Id));
        return RestReply.Created(json);
    }

    private RestReply StartFromMessage(RestCall call)
    {
        ChannelState parent = call.Channel();
        GuildState guild = world.GuildOf(parent) ?? throw ApiErrors.NotInDirectMessages();
        MessageState message = parent.Find(call.Id("message_id")) ?? throw ApiErrors.UnknownMessage();
        return RestReply.Created(ChannelJson.Of(world, threads.Start(guild, parent, message, call.Caller, call.Form(), call.Reason)));
    }

    private RestReply Active(RestCall call)
    {
        GuildState guild = call.Guild();
        ChannelState[] active =
        [
            .. guild.Channels.Values.Where(c => c.Thread is { Archived: false }
                && PermissionCalculator.InChannel(guild, c, call.Caller, world.Now).HasFlag(PermissionBits.ViewChannel)),
        ];
        return RestReply.Ok(Listing(active, hasMore: null));
    }

    private RestReply Archived(RestCall call, ChannelKind kind)
    {
        ChannelState parent = call.Channel();
        GuildState guild = world.GuildOf(parent) ?? throw ApiErrors.NotInDirectMessages();
        call.Require(guild, parent, PermissionBits.ReadMessageHistory | (kind == ChannelKind.PrivateThread ? PermissionBits.ManageThreads : PermissionBits.None));
        int limit = call.QueryInt("limit", 50, 2, 100);
        ChannelState[] archived =
        [
            .. guild.Channels.Values
                .Where(c => c.ParentId == parent.Id && c.Type == kind && c.Thread is { Archived: true })
                .OrderByDescending(c => c.Thread!.ArchiveTimestamp),
        ];
        return RestReply.Ok(Listing(archived.Take(limit), archived.Length > limit));
    }

    private JsonObject Listing(IEnumerable<ChannelState> threads, bool? hasMore)
    {
        ChannelState[] list = [.. threads];
        return new JsonObject
        {
            ["threads"] = JsonText.Array(list.Select(t => ChannelJson.Of(world, t))),
            ["members"] = JsonText.Array(list.Where(t => t.Thread!.Members.ContainsKey(world.BotId)).Select(t => ChannelJson.ThreadMember(t, world.BotId))),
            ["has_more"] = hasMore ?? false,
        };
    }

    private static RestReply Members(RestCall call)
    {
        ChannelState thread = call.Channel();
        ThreadFacts facts = thread.Thread ?? throw ApiErrors.WrongChannelType();
        return RestReply.Ok(JsonText.Array(facts.Members.Keys.Order().Select(id => ChannelJson.ThreadMember(thread, id))));
    }

    private RestReply SetMember(RestCall call, Snowflake userId, bool joined)
    {
        ChannelState thread = call.Channel();
        GuildState guild = world.GuildOf(thread) ?? throw ApiErrors.NotInDirectMessages();
        if (userId != call.Caller)
            call.Require(guild, thread, joined ? PermissionBits.SendMessagesInThreads : PermissionBits.ManageThreads);
        threads.SetMembership(guild, thread, userId, joined);
        return RestReply.NoContent;
    }
}
