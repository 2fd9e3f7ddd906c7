using System.Text.Json.Nodes;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Interactions;

/// <summary>The payload of INTERACTION_CREATE.</summary>
internal static class InteractionJson
{
    private const int AttachmentLimit = 10 << 20;

    public static JsonObject Of(WorldState world, InteractionState interaction, GuildState guild, ChannelState channel, PermissionBits permissions, JsonObject data)
    {
        JsonObject member = GuildJson.Member(world, guild.Members[interaction.UserId]);
        member["permissions"] = ((ulong)permissions).ToString();
        JsonObject place = ChannelJson.Of(world, channel);
        place["permissions"] = member["permissions"]!.DeepClone();
        return new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["application_id"] = world.BotId.ToString(),
            ["type"] = interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["guild"] = new JsonObject { ["id"] = guild.Id.ToString(), ["locale"] = "en-US", ["features"] = new JsonArray() },
            ["guild_id"] = guild.Id.ToString(),
            ["channel"] = place,
            ["channel_id"] = channel.Id.ToString(),
            ["member"] = member,
            ["app_permissions"] = ((ulong)PermissionCalculator.InChannel(guild, channel, world.BotId, world.Now)).ToString(),
            ["locale"] = "en-US",
            ["guild_locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild.Id.ToString() },
            ["context"] = 0,
            ["attachment_size_limit"] = AttachmentLimit,
        };
    }
}
