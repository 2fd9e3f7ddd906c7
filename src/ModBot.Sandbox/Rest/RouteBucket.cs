namespace ModBot.Sandbox.Rest;

/// <summary>The rate-limit buckets and their usual sizes. Routes that share a name share the bucket.</summary>
/// <param name="Name">Stable; <see cref="SandboxLimits.Buckets"/> overrides by it.</param>
/// <param name="Usual">The size where nothing overrides it.</param>
internal sealed record RouteBucket(string Name, RateLimit Usual)
{
    public static readonly RouteBucket MessageCreate = Of("messages.create", 5, 5);
    public static readonly RouteBucket MessageEdit = Of("messages.edit", 5, 5);
    public static readonly RouteBucket MessageDelete = Of("messages.delete", 5, 5);
    public static readonly RouteBucket MessageBulkDelete = Of("messages.bulk-delete", 5, 5);
    public static readonly RouteBucket MessageRead = Of("messages.read", 10, 5);
    public static readonly RouteBucket Reactions = Of("reactions", 4, 1);
    public static readonly RouteBucket Pins = Of("pins", 5, 5);
    public static readonly RouteBucket ChannelRead = Of("channels.read", 20, 5);
    public static readonly RouteBucket ChannelEdit = Of("channels.edit", 5, 15);
    public static readonly RouteBucket Typing = Of("typing", 5, 5);
    public static readonly RouteBucket GuildRead = Of("guilds.read", 20, 5);
    public static readonly RouteBucket GuildEdit = Of("guilds.edit", 5, 10);
    public static readonly RouteBucket MemberRead = Of("members.read", 10, 10);
    public static readonly RouteBucket MemberEdit = Of("members.edit", 10, 10);
    public static readonly RouteBucket MemberRoles = Of("members.roles", 10, 10);
    public static readonly RouteBucket Bans = Of("bans", 5, 1);
    public static readonly RouteBucket Roles = Of("roles", 10, 10);
    public static readonly RouteBucket Threads = Of("threads", 10, 10);
    public static readonly RouteBucket Webhooks = Of("webhooks", 5, 5);
    public static readonly RouteBucket WebhookExecute = Of("webhooks.execute", 5, 2);
    public static readonly RouteBucket Commands = Of("commands", 5, 20);
    public static readonly RouteBucket CommandsRead = Of("commands.read", 10, 10);
    public static readonly RouteBucket InteractionWebhook = Of("interactions.webhook", 5, 2);
    public static readonly RouteBucket Users = Of("users", 30, 30);
    public static readonly RouteBucket DirectChannels = Of("users.channels", 10, 10);
    public static readonly RouteBucket AuditLog = Of("audit-log", 10, 10);
    public static readonly RouteBucket AutoModeration = Of("auto-moderation", 10, 10);
    public static readonly RouteBucket Invites = Of("invites", 10, 10);

    /// <summary>No bucket: interaction callbacks and the gateway's address.</summary>
    public static readonly RouteBucket? Unlimited;

    private static RouteBucket Of(string name, int requests, int seconds) => new(name, new RateLimit(requests, TimeSpan.FromSeconds(seconds)));
}
