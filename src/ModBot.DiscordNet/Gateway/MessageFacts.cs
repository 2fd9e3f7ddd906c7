using ModBot.Core.Messages;

namespace ModBot.DiscordNet.Gateway;

/// <summary>What a message's frame says and Discord.Net does not pass on.</summary>
internal sealed record MessageFacts
{
    public required ulong Id { get; init; }

    public ulong GuildId { get; init; }

    public ulong ChannelId { get; init; }

    public bool IsEdit { get; init; }

    /// <summary>False for an edit that tells only what changed.</summary>
    public bool HasAuthor { get; init; }

    /// <summary>The author's membership at this moment; Discord.Net prefers what it cached earlier.</summary>
    public bool HasMember { get; init; }

    public Snowflake[] RoleIds { get; init; } = [];

    public DateTimeOffset? JoinedAt { get; init; }

    public string? Nickname { get; init; }

    /// <summary>Texts of buttons, selects and text displays; Discord.Net gives up on a message with a component that it does not know.</summary>
    public IReadOnlyList<string> ComponentTexts { get; init; } = [];
}
