using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Managing incoming webhooks.</summary>
internal sealed class WebhookEndpoints(WorldState world, WebhookDesk desk)
{
    public void Map(RestRoutes routes)
    {
        routes.Post("/channels/{channel_id}/webhooks", RouteBucket.Webhooks, Create);
        routes.Get("/channels/{channel_id}/webhooks", RouteBucket.Webhooks, OfChannel);
        routes.Get("/guilds/{guild_id}/webhooks", RouteBucket.Webhooks, OfGuild);
        routes.Get("/webhooks/{webhook_id}", RouteBucket.Webhooks, Get);
        routes.Patch("/webhooks/{webhook_id}", RouteBucket.Webhooks, Edit);
        routes.Delete("/webhooks/{webhook_id}", RouteBucket.Webhooks, Delete);
        routes.Get("/webhooks/{webhook_id}/{webhook_token}", RouteBucket.Webhooks, GetByToken, open: true);
        routes.Patch("/webhooks/{webhook_id}/{webhook_token}", RouteBucket.Webhooks, EditByToken, open: true);
        routes.Delete("/webhooks/{webhook_id}/{webhook_token}", RouteBucket.Webhooks, DeleteByToken, open: true);
    }

    private RestReply Create(RestCall call)
    {
        ChannelState channel = call.Channel();
        GuildState guild = world.GuildOf(channel) ?? throw ApiErrors.NotInDirectMessages();
        return RestReply.Ok(desk.Json(guild, desk.Create(guild, channel, call.Caller, call.Form(), call.Reason)));
    }

    private RestReply OfChannel(RestCall call)
    {
        ChannelState channel = call.Channel();
        GuildState guild = world.GuildOf(channel) ?? throw ApiErrors.NotInDirectMessages();
        call.Require(guild, channel, PermissionBits.ManageWebhooks);
        return RestReply.Ok(JsonText.Array(guild.Webhooks.Values.Where(w => w.ChannelId == channel.Id).Select(w => desk.Json(guild, w))));
    }

    private RestReply OfGuild(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.ManageWebhooks);
        return RestReply.Ok(JsonText.Array(guild.Webhooks.Values.Select(w => desk.Json(guild, w))));
    }

    private RestReply Get(RestCall call)
    {
        (GuildState guild, WebhookState webhook) = Managed(call);
        return RestReply.Ok(desk.Json(guild, webhook));
    }

    private RestReply Edit(RestCall call)
    {
        (GuildState guild, WebhookState webhook) = Managed(call);
        return RestReply.Ok(desk.Json(guild, desk.Edit(guild, webhook, call.Form())));
    }

    private RestReply Delete(RestCall call)
    {
        (GuildState guild, WebhookState webhook) = Managed(call);
        desk.Delete(guild, webhook, call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply GetByToken(RestCall call)
    {
        (GuildState guild, WebhookState webhook) = desk.Find(call.Id("webhook_id"), call.Text("webhook_token"));
        var json = desk.Json(guild, webhook);
        json.Remove("user");
        return RestReply.Ok(json);
    }

    private RestReply EditByToken(RestCall call)
    {
        (GuildState guild, WebhookState webhook) = desk.Find(call.Id("webhook_id"), call.Text("webhook_token"));
        Form form = call.Form();
        form.Body.Remove("channel_id");
        return RestReply.Ok(desk.Json(guild, desk.Edit(guild, webhook, form)));
    }

    private RestReply DeleteByToken(RestCall call)
    {
        (GuildState guild, WebhookState webhook) = desk.Find(call.Id("webhook_id"), call.Text("webhook_token"));
        desk.Delete(guild, webhook, webhook.UserId, call.Reason);
        return RestReply.NoContent;
    }

    private (GuildState Guild, WebhookState Webhook) Managed(RestCall call)
    {
        (GuildState guild, WebhookState webhook) = desk.Find(call.Id("webhook_id"));
        call.Require(guild, PermissionBits.ManageWebhooks);
        return (guild, webhook);
    }
}
