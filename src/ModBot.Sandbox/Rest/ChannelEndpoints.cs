using System.Text.Json.Nodes;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Channels, overwrites, typing, direct-message channels.</summary>
internal sealed class ChannelEndpoints(WorldState world, ChannelDesk channels, ThreadDesk threads)
{
    public void Map(RestRoutes routes)
    {
        routes.Get("/channels/{channel_id}", RouteBucket.ChannelRead, call => RestReply.Ok(ChannelJson.Of(world, call.Channel())));
        routes.Patch("/channels/{channel_id}", RouteBucket.ChannelEdit, Edit);
        routes.Delete("/channels/{channel_id}", RouteBucket.ChannelEdit, Delete);
        routes.Put("/channels/{channel_id}/permissions/{overwrite_id}", RouteBucket.ChannelEdit, SetOverwrite);
        routes.Delete("/channels/{channel_id}/permissions/{overwrite_id}", RouteBucket.ChannelEdit, RemoveOverwrite);
        routes.Post("/channels/{channel_id}/typing", RouteBucket.Typing, Type);
        routes.Get("/guilds/{guild_id}/channels", RouteBucket.GuildRead, List);
        routes.Post("/guilds/{guild_id}/channels", RouteBucket.GuildEdit, Create);
        routes.Patch("/guilds/{guild_id}/channels", RouteBucket.GuildEdit, Move);
        routes.Post("/users/@me/channels", RouteBucket.DirectChannels, OpenDirect);
    }

    private RestReply List(RestCall call) => RestReply.Ok(JsonText.Array(call.Guild().Channels.Values
        .Where(c => c.Thread is null)
        .OrderBy(c => c.Position)
        .Select(c => ChannelJson.Of(world, c))));

    private RestReply Create(RestCall call) => RestReply.Created(ChannelJson.Of(world, channels.Create(call.Guild(), call.Caller, call.Form(), call.Reason)));

    private RestReply Edit(RestCall call)
    {
        ChannelState channel = call.Channel();
        if (world.GuildOf(channel) is not { } guild)
            throw ApiErrors.NotInDirectMessages();
        ChannelState edited = channel.Thread is null
            ? channels.Edit(guild, channel, call.Caller, call.Form(), call.Reason)
            : threads.Edit(guild, channel, call.Caller, call.Form(), call.Reason);
        return RestReply.Ok(ChannelJson.Of(world, edited));
    }

    private RestReply Delete(RestCall call)
    {
        ChannelState channel = call.Channel();
        JsonObject json = ChannelJson.Of(world, channel);
        if (world.GuildOf(channel) is not { } guild)
            return RestReply.Ok(json);
        if (channel.Thread is null)
            channels.Delete(guild, channel, call.Caller, call.Reason);
        else
            threads.Delete(guild, channel, call.Caller, call.Reason);
        return RestReply.Ok(json);
    }

    private RestReply Move(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, Permissions.PermissionBits.ManageChannels);
        var errors = new FormErrors();
        JsonArray entries = call.Array();
        for (int i = 0; i < entries.Count; i++)
        {
            var form = new Form(entries[i] as JsonObject ?? [], errors, i.ToString());
            if (form.Id("id", required: true) is not { } id || !guild.Channels.TryGetValue(id, out ChannelState? channel))
                continue;
            channel.Position = form.Int("position", 0) ?? channel.Position;
            channels.Tell("CHANNEL_UPDATE", guild, channel);
        }

        errors.ThrowIfAny();
        return RestReply.NoContent;
    }

    private RestReply SetOverwrite(RestCall call)
    {
        ChannelState channel = call.Channel();
        GuildState guild = world.GuildOf(channel) ?? throw ApiErrors.NotInDirectMessages();
        channels.SetOverwrite(guild, channel, call.Id("overwrite_id"), call.Caller, call.Form(), call.Reason);
        return RestReply.NoContent;
    }

    private RestReply RemoveOverwrite(RestCall call)
    {
        ChannelState channel = call.Channel();
        GuildState guild = world.GuildOf(channel) ?? throw ApiErrors.NotInDirectMessages();
        channels.RemoveOverwrite(guild, channel, call.Id("overwrite_id"), call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply Type(RestCall call)
    {
        ChannelState channel = call.Channel();
        var payload = new JsonObject
        {
            ["channel_id"] = channel.Id.ToString(),
            ["user_id"] = call.Caller.ToString(),
            ["timestamp"] = world.Now.ToUnixTimeSeconds(),
        };
        GuildState? guild = world.GuildOf(channel);
        if (guild is not null)
        {
            payload["guild_id"] = guild.Id.ToString();
            payload["member"] = GuildJson.Member(world, guild.Members[call.Caller]);
        }

        world.Publish(new WorldEvent("TYPING_START", payload)
        {
            GuildId = guild?.Id,
            ChannelId = channel.Id,
            Intents = guild is null ? GatewayIntents.DirectMessageTyping : GatewayIntents.GuildMessageTyping,
        });
        return RestReply.NoContent;
    }

    private RestReply OpenDirect(RestCall call)
    {
        Form form = call.Form();
        var recipient = form.Id("recipient_id", required: true);
        form.Errors.ThrowIfAny();
        return RestReply.Ok(ChannelJson.Of(world, channels.OpenDirect(recipient!.Value)));
    }
}
