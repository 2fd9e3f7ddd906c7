using System.Text.Json.Nodes;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Wire;

internal static class UserJson
{
    public static JsonObject Of(UserState user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id.ToString(),
            ["username"] = user.Username,
            ["avatar"] = null,
            ["discriminator"] = user.Bot ? "0001" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["banner"] = null,
            ["accent_color"] = null,
            ["global_name"] = user.GlobalName,
            ["avatar_decoration_data"] = null,
            ["collectibles"] = null,
            ["primary_guild"] = null,
        };
        if (user.Bot)
            json["bot"] = true;
        return json;
    }

    /// <summary>The bot's own account, as GET /users/@me and READY give it.</summary>
    public static JsonObject Own(UserState user)
    {
        JsonObject json = Of(user);
        json["mfa_enabled"] = true;
        json["locale"] = "en-US";
        json["premium_type"] = 0;
        json["email"] = null;
        json["verified"] = true;
        return json;
    }

    public static JsonObject OfWebhook(MessageState message) => new()
    {
        ["id"] = message.AuthorId.ToString(),
        ["username"] = message.WebhookName,
        ["avatar"] = null,
        ["discriminator"] = "0000",
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["bot"] = true,
        ["global_name"] = null,
        ["primary_guild"] = null,
    };
}
