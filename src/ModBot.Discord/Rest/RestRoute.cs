using ModBot.Core.Messages;

namespace ModBot.Discord.Rest;

/// <summary>Where a request goes, and what it is limited together with.</summary>
/// <param name="Template">The path with its parameters' names: requests of one template may share a bucket.</param>
/// <param name="Major">The id that tells buckets of one template apart: channel, guild, or webhook with token.</param>
/// <param name="Path">The path itself, relative to the API's base.</param>
/// <param name="IsExempt">Does not count against the global limit and carries its own token (interactions).</param>
internal readonly record struct RestRoute(string Template, string Major, string Path, bool IsExempt = false)
{
    public static RestRoute GatewayBot { get; } = new("gateway/bot", "", "gateway/bot");

    public static RestRoute CurrentApplication { get; } = new("applications/@me", "", "applications/@me");

    public static RestRoute CurrentUser { get; } = new("users/@me", "", "users/@me");

    public static RestRoute DirectChannels { get; } = new("users/@me/channels", "", "users/@me/channels");

    public static RestRoute Messages(Snowflake channel) => new("channels/c/messages", Text(channel), $"channels/{channel.Value}/messages");

    public static RestRoute MessagesAfter(Snowflake channel, Snowflake after, int limit) =>
        new("channels/c/messages", Text(channel), $"channels/{channel.Value}/messages?after={after.Value}&limit={limit}");

    public static RestRoute Message(Snowflake channel, Snowflake message) =>
        new("channels/c/messages/m", Text(channel), $"channels/{channel.Value}/messages/{message.Value}");

    public static RestRoute BulkDelete(Snowflake channel) =>
        new("channels/c/messages/bulk-delete", Text(channel), $"channels/{channel.Value}/messages/bulk-delete");

    public static RestRoute Member(Snowflake guild, Snowflake user) =>
        new("guilds/g/members/u", Text(guild), $"guilds/{guild.Value}/members/{user.Value}");

    public static RestRoute MembersAfter(Snowflake guild, Snowflake after, int limit) =>
        new("guilds/g/members", Text(guild), $"guilds/{guild.Value}/members?limit={limit}&after={after.Value}");

    public static RestRoute MemberRole(Snowflake guild, Snowflake user, Snowflake role) =>
        new("guilds/g/members/u/roles/r", Text(guild), $"guilds/{guild.Value}/members/{user.Value}/roles/{role.Value}");

    public static RestRoute Ban(Snowflake guild, Snowflake user) =>
        new("guilds/g/bans/u", Text(guild), $"guilds/{guild.Value}/bans/{user.Value}");

    public static RestRoute Roles(Snowflake guild) => new("guilds/g/roles", Text(guild), $"guilds/{guild.Value}/roles");

    public static RestRoute GuildChannels(Snowflake guild) => new("guilds/g/channels", Text(guild), $"guilds/{guild.Value}/channels");

    public static RestRoute MessagesBefore(Snowflake channel, Snowflake before, int limit) =>
        Messages(channel) with { Path = $"channels/{channel.Value}/messages?before={before.Value}&limit={limit}" };

    public static RestRoute Channel(Snowflake channel) => new("channels/c", Text(channel), $"channels/{channel.Value}");

    public static RestRoute Invite(string code) => new("invites/i", "", $"invites/{Uri.EscapeDataString(code)}");

    public static RestRoute Overwrite(Snowflake channel, Snowflake role) =>
        new("channels/c/permissions/o", Text(channel), $"channels/{channel.Value}/permissions/{role.Value}");

    public static RestRoute Threads(Snowflake channel) => new("channels/c/threads", Text(channel), $"channels/{channel.Value}/threads");

    public static RestRoute ThreadOn(Snowflake channel, Snowflake message) =>
        new("channels/c/messages/m/threads", Text(channel), $"channels/{channel.Value}/messages/{message.Value}/threads");

    public static RestRoute Webhooks(Snowflake channel) => new("channels/c/webhooks", Text(channel), $"channels/{channel.Value}/webhooks");

    /// <summary>Executing answers with the message; a thread of the webhook's channel may be named.</summary>
    public static RestRoute WebhookPost(Snowflake webhook, string token, Snowflake? thread) =>
        new("webhooks/w/t", $"{webhook.Value}/{token}", $"webhooks/{webhook.Value}/{Uri.EscapeDataString(token)}?wait=true{(thread is { } id ? $"&thread_id={id.Value}" : "")}");

    public static RestRoute AutoModRules(Snowflake guild) => new("guilds/g/auto-moderation/rules", Text(guild), $"guilds/{guild.Value}/auto-moderation/rules");

    public static RestRoute AutoModRule(Snowflake guild, Snowflake rule) =>
        new("guilds/g/auto-moderation/rules/r", Text(guild), $"guilds/{guild.Value}/auto-moderation/rules/{rule.Value}");

    public static RestRoute IncidentActions(Snowflake guild) => new("guilds/g/incident-actions", Text(guild), $"guilds/{guild.Value}/incident-actions");

    public static RestRoute Commands(Snowflake application) =>
        new("applications/a/commands", Text(application), $"applications/{application.Value}/commands");

    public static RestRoute Callback(Snowflake interaction, string token) =>
        new("interactions/i/t/callback", Text(interaction), $"interactions/{interaction.Value}/{Uri.EscapeDataString(token)}/callback", IsExempt: true);

    public static RestRoute OriginalAnswer(Snowflake application, string token) =>
        new("webhooks/a/t/messages/@original", token, $"webhooks/{application.Value}/{Uri.EscapeDataString(token)}/messages/@original", IsExempt: true);

    public static RestRoute FollowUp(Snowflake application, string token) =>
        new("webhooks/a/t", token, $"webhooks/{application.Value}/{Uri.EscapeDataString(token)}", IsExempt: true);

    /// <summary>Never shows the path: interaction tokens stand in it.</summary>
    public override string ToString() => Template;

    private static string Text(Snowflake id) => id.ToString();
}
