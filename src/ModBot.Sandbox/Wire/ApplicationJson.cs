using System.Text.Json.Nodes;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Wire;

/// <summary>The bot's application as the API gives it.</summary>
internal static class ApplicationJson
{
    public static JsonObject Of(WorldState world, GatewayIntents privileged)
    {
        GuildState? home = world.Guilds.Values.FirstOrDefault();
        UserState owner = home is not null && world.Users.TryGetValue(home.OwnerId, out UserState? user) ? user : world.Bot;
        int flags = Flags(privileged);
        return new JsonObject
        {
            ["id"] = world.BotId.ToString(),
            ["name"] = world.Bot.Username,
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["bot"] = UserJson.Of(world.Bot),
            ["summary"] = "",
            ["bot_public"] = false,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = new string('0', 64),
            ["flags"] = flags,
            ["flags_new"] = flags.ToString(),
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = null,
            ["role_connections_verification_url"] = null,
            ["owner"] = UserJson.Of(owner),
            ["approximate_guild_count"] = world.Guilds.Count,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["eligible_oauth2_scopes"] = new JsonArray("bot", "applications.commands"),
            ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject() },
        };
    }

    /// <summary>The limited variants of the privileged-intent flags, and "has registered global commands" left out.</summary>
    public static int Flags(GatewayIntents privileged) =>
        (privileged.HasFlag(GatewayIntents.GuildPresences) ? 1 << 13 : 0)
        | (privileged.HasFlag(GatewayIntents.GuildMembers) ? 1 << 15 : 0)
        | (privileged.HasFlag(GatewayIntents.MessageContent) ? 1 << 19 : 0);
}
