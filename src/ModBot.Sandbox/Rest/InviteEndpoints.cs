using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Invites.</summary>
internal sealed class InviteEndpoints(WorldState world)
{
    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public void Map(RestRoutes routes)
    {
        routes.Post("/channels/{channel_id}/invites", RouteBucket.Invites, Create);
        routes.Get("/channels/{channel_id}/invites", RouteBucket.Invites, OfChannel);
        routes.Get("/guilds/{guild_id}/invites", RouteBucket.Invites, OfGuild);
        routes.Get("/invites/{code}", RouteBucket.Invites, Get);
        routes.Delete("/invites/{code}", RouteBucket.Invites, Delete);
    }

    private RestReply Create(RestCall call)
    {
        ChannelState channel = call.Channel();
        GuildState guild = world.GuildOf(channel) ?? throw ApiErrors.NotInDirectMessages();
        call.Require(guild, channel, PermissionBits.CreateInstantInvite);
        Form form = call.Form();
        int age = form.Int("max_age", 0, 604_800) ?? 86_400;
        int uses = form.Int("max_uses", 0, 100) ?? 0;
        bool temporary = form.Bool("temporary") ?? false;
        form.Errors.ThrowIfAny();
        var invite = new InviteState
        {
            Code = RandomNumberGenerator.GetString(CodeLetters, 8),
            ChannelId = channel.Id,
            InviterId = call.Caller,
            CreatedAt = world.Now,
            MaxAge = age,
            MaxUses = uses,
            Temporary = temporary,
        };
        guild.Invites.Add(invite.Code, invite);
        JsonObject payload = GuildJson.Invite(world, guild, invite);
        payload.Remove("guild");
        payload.Remove("channel");
        payload["channel_id"] = channel.Id.ToString();
        Tell("INVITE_CREATE", guild, channel.Id, payload);
        AuditLog.Write(world, guild, AuditAction.InviteCreate, call.Caller, null, call.Reason, [AuditLog.Change("code", null, invite.Code)]);
        return RestReply.Ok(GuildJson.Invite(world, guild, invite));
    }

    private RestReply OfChannel(RestCall call)
    {
        ChannelState channel = call.Channel();
        GuildState guild = world.GuildOf(channel) ?? throw ApiErrors.NotInDirectMessages();
        call.Require(guild, channel, PermissionBits.ManageChannels);
        return RestReply.Ok(JsonText.Array(guild.Invites.Values.Where(i => i.ChannelId == channel.Id).Select(i => GuildJson.Invite(world, guild, i))));
    }

    private RestReply OfGuild(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.ManageGuild);
        return RestReply.Ok(JsonText.Array(guild.Invites.Values.Select(i => GuildJson.Invite(world, guild, i))));
    }

    private RestReply Get(RestCall call)
    {
        (GuildState guild, InviteState invite) = Find(call.Text("code"));
        JsonObject json = GuildJson.Invite(world, guild, invite, withMetadata: false);
        if (call.QueryBool("with_counts"))
        {
            json["approximate_member_count"] = guild.Members.Count;
            json["approximate_presence_count"] = 1;
        }

        return RestReply.Ok(json);
    }

    private RestReply Delete(RestCall call)
    {
        (GuildState guild, InviteState invite) = Find(call.Text("code"));
        call.Require(guild, PermissionBits.ManageGuild);
        guild.Invites.Remove(invite.Code);
        var payload = new JsonObject { ["channel_id"] = invite.ChannelId.ToString(), ["guild_id"] = guild.Id.ToString(), ["code"] = invite.Code };
        Tell("INVITE_DELETE", guild, invite.ChannelId, payload);
        AuditLog.Write(world, guild, AuditAction.InviteDelete, call.Caller, null, call.Reason, [AuditLog.Change("code", invite.Code, null)]);
        return RestReply.Ok(GuildJson.Invite(world, guild, invite));
    }

    private (GuildState Guild, InviteState Invite) Find(string code)
    {
        foreach (GuildState guild in world.Guilds.Values)
        {
            if (guild.Invites.TryGetValue(code, out InviteState? invite) && (invite.MaxAge == 0 || invite.CreatedAt.AddSeconds(invite.MaxAge) > world.Now))
                return (guild, invite);
        }

        throw ApiErrors.UnknownInvite();
    }

    private void Tell(string name, GuildState guild, Snowflake channelId, JsonObject payload) =>
        world.Publish(new WorldEvent(name, payload) { GuildId = guild.Id, ChannelId = channelId, Intents = GatewayIntents.GuildInvites });
}
