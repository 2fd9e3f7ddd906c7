using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;

namespace ModBot.Sandbox.World;

/// <summary>Something that happened, named as the gateway names it, with what decides who is told.</summary>
internal sealed record WorldEvent(string Name, JsonObject Payload)
{
    public Snowflake? GuildId { get; init; }

    /// <summary>Where the bot must be able to see it.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>Any of these intents lets the event through; none = always sent.</summary>
    public GatewayIntents Intents { get; init; }

    /// <summary>What the bot must hold in the guild (any one bit of it).</summary>
    public PermissionBits AnyPermission { get; init; }

    /// <summary>Set where the payload holds a message's content: a bot without the content intent gets it emptied.</summary>
    public bool CarriesContent { get; init; }

    /// <summary>The message, for the page and for deciding about its content.</summary>
    public MessageState? Message { get; init; }

    /// <summary>What was deleted, for the page.</summary>
    public IReadOnlyList<DeletedMessageState> Deletions { get; init; } = [];

    /// <summary>False for what only the page wants to know.</summary>
    public bool ForGateway { get; init; } = true;
}
