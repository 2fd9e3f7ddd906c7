using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Wire;

/// <summary>Guilds, roles and members as the API gives them.</summary>
internal static class GuildJson
{
    public static JsonObject Of(GuildState guild)
    {
        return new JsonObject
        {
            ["id"] = guild.Id.ToString(),
            ["name"] = guild.Name,
            ["icon"] = null,
            ["description"] = guild.Description,
            ["home_header"] = null,
            ["splash"] = null,
            ["discovery_splash"] = null,
            ["features"] = JsonText.Array(guild.Features.Select(f => (JsonNode)f)),
            ["banner"] = null,
            ["owner_id"] = guild.OwnerId.ToString(),
            ["application_id"] = null,
            ["region"] = "deprecated",
            ["afk_channel_id"] = null,
            ["afk_timeout"] = 300,
            ["system_channel_id"] = guild.SystemChannelId?.ToString(),
            ["system_channel_flags"] = 0,
            ["widget_enabled"] = false,
            ["widget_channel_id"] = null,
            ["verification_level"] = guild.VerificationLevel,
            ["roles"] = JsonText.Array(guild.Roles.Values.OrderBy(r => r.Position).Select(Role)),
            ["default_message_notifications"] = guild.DefaultMessageNotifications,
            ["mfa_level"] = 0,
            ["explicit_content_filter"] = guild.ExplicitContentFilter,
            ["max_presences"] = null,
            ["max_members"] = 500_000,
            ["max_stage_video_channel_users"] = 50,
            ["max_video_channel_users"] = 25,
            ["vanity_url_code"] = null,
            ["premium_tier"] = 0,
            ["premium_subscription_count"] = 0,
            ["preferred_locale"] = "en-US",
            ["rules_channel_id"] = guild.RulesChannelId?.ToString(),
            ["safety_alerts_channel_id"] = null,
            ["public_updates_channel_id"] = null,
            ["premium_progress_bar_enabled"] = false,
            ["nsfw"] = false,
            ["nsfw_level"] = 0,
            ["emojis"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
            ["incidents_data"] = Incidents(guild),
        };
    }

    public static JsonObject? Incidents(GuildState guild) => guild.InvitesDisabledUntil is null && guild.DirectMessagesDisabledUntil is null
        ? null
        : new JsonObject
        {
            ["invites_disabled_until"] = JsonText.Time(guild.InvitesDisabledUntil),
            ["dms_disabled_until"] = JsonText.Time(guild.DirectMessagesDisabledUntil),
        };

    public static JsonObject Role(RoleState role)
    {
        var json = new JsonObject
        {
            ["id"] = role.Id.ToString(),
            ["name"] = role.Name,
            ["permissions"] = ((ulong)role.Permissions).ToString(),
            ["position"] = role.Position,
            ["color"] = role.Color,
            ["colors"] = new JsonObject
            {
                ["primary_color"] = role.Color,
                ["secondary_color"] = role.SecondaryColor,
                ["tertiary_color"] = role.TertiaryColor,
            },
            ["hoist"] = role.Hoist,
            ["managed"] = role.Managed,
            ["mentionable"] = role.Mentionable,
            ["icon"] = null,
            ["unicode_emoji"] = role.UnicodeEmoji,
            ["flags"] = 0,
        };
        if (role.BotId is { } bot)
            json["tags"] = new JsonObject { ["bot_id"] = bot.ToString() };
        return json;
    }

    public static JsonObject Member(WorldState world, MemberState member)
    {
        JsonObject json = MemberWithoutUser(member);
        json["user"] = UserJson.Of(world.Users[member.UserId]);
        return json;
    }

    /// <summary>The shape inside messages.</summary>
    public static JsonObject MemberWithoutUser(MemberState member)
    {
        JsonObject json = PartialMember(member);
        json["mute"] = member.Mute;
        json["deaf"] = member.Deaf;
        return json;
    }

    /// <summary>The shape among an interaction's resolved objects: no user, deaf or mute.</summary>
    public static JsonObject PartialMember(MemberState member) => new()
    {
        ["avatar"] = null,
        ["banner"] = null,
        ["communication_disabled_until"] = JsonText.Time(member.TimedOutUntil),
        ["flags"] = member.Flags,
        ["joined_at"] = JsonText.Time(member.JoinedAt),
        ["nick"] = member.Nick,
        ["pending"] = member.Pending,
        ["premium_since"] = null,
        ["roles"] = JsonText.Ids(member.Roles),
    };

    public static JsonObject MemberEvent(WorldState world, GuildState guild, MemberState member)
    {
        JsonObject json = Member(world, member);
        json["guild_id"] = guild.Id.ToString();
        return json;
    }

    public static JsonObject UserEvent(GuildState guild, UserState user) => new()
    {
        ["guild_id"] = guild.Id.ToString(),
        ["user"] = UserJson.Of(user),
    };

    public static JsonObject RoleEvent(GuildState guild, RoleState role) => new()
    {
        ["guild_id"] = guild.Id.ToString(),
        ["role"] = Role(role),
    };

    public static JsonObject Invite(WorldState world, GuildState guild, InviteState invite, bool withMetadata = true)
    {
        DateTimeOffset? expires = invite.MaxAge == 0 ? null : invite.CreatedAt.AddSeconds(invite.MaxAge);
        ChannelState? channel = guild.Channels.GetValueOrDefault(invite.ChannelId);
        var json = new JsonObject
        {
            ["type"] = 0,
            ["code"] = invite.Code,
            ["inviter"] = UserJson.Of(world.Users[invite.InviterId]),
            ["expires_at"] = JsonText.Time(expires),
            ["guild"] = new JsonObject
            {
                ["id"] = guild.Id.ToString(),
                ["name"] = guild.Name,
                ["splash"] = null,
                ["banner"] = null,
                ["description"] = guild.Description,
                ["icon"] = null,
                ["features"] = JsonText.Array(guild.Features.Select(f => (JsonNode)f)),
                ["verification_level"] = guild.VerificationLevel,
                ["vanity_url_code"] = null,
                ["nsfw_level"] = 0,
                ["nsfw"] = false,
                ["premium_subscription_count"] = 0,
            },
            ["guild_id"] = guild.Id.ToString(),
            ["channel"] = new JsonObject
            {
                ["id"] = invite.ChannelId.ToString(),
                ["type"] = (int)(channel?.Type ?? ChannelKind.Text),
                ["name"] = channel?.Name ?? "unknown",
            },
        };
        if (withMetadata)
        {
            json["max_age"] = invite.MaxAge;
            json["max_uses"] = invite.MaxUses;
            json["uses"] = invite.Uses;
            json["temporary"] = invite.Temporary;
            json["created_at"] = JsonText.Time(invite.CreatedAt);
        }

        return json;
    }

    public static JsonObject Ban(WorldState world, BanState ban) => new()
    {
        ["reason"] = ban.Reason,
        ["user"] = UserJson.Of(world.Users.GetValueOrDefault(ban.UserId) ?? Unseen(ban.UserId)),
    };

    /// <summary>Somebody whom the world has never met (banned by id).</summary>
    public static UserState Unseen(Snowflake id) => new() { Id = id, Username = $"user-{id}" };
}
