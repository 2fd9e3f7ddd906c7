namespace ModBot.Core.Messages;

/// <summary>The author as the message's own payload described them, which is the truth for roles at that moment.</summary>
public sealed record MessageAuthor
{
    public required Snowflake Id { get; init; }

    public required string Username { get; init; }

    public string? GlobalName { get; init; }

    public string? Nickname { get; init; }

    public bool IsBot { get; init; }

    public bool IsWebhook { get; init; }

    public bool HasAvatar { get; init; } = true;

    /// <summary>When they joined the guild; null where the payload does not say (webhooks, members who left).</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    public IReadOnlyList<Snowflake> RoleIds { get; init; } = [];

    /// <summary>True for the guild's owner and for whoever may manage messages in this channel. Rules leave them alone unless asked.</summary>
    public bool IsModerator { get; init; }

    /// <summary>The name others see in the guild.</summary>
    public string DisplayName => Nickname ?? GlobalName ?? Username;
}
