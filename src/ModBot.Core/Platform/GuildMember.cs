using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>A member as the platform described them just now: what is asked before anything is done to them.</summary>
public sealed record GuildMember
{
    public required Snowflake Id { get; init; }

    public string? Nickname { get; init; }

    public IReadOnlyList<Snowflake> RoleIds { get; init; } = [];

    /// <summary>What they may do in the guild as a whole; every bit for the owner and for administrators.</summary>
    public required GuildPermissions Permissions { get; init; }

    public bool IsBot { get; init; }

    public bool IsOwner { get; init; }

    /// <summary>The bot's own account.</summary>
    public bool IsSelf { get; init; }

    /// <summary>The bot's highest role stands above theirs: else the platform refuses to act against them.</summary>
    public required bool IsBelowBot { get; init; }

    /// <summary>Null where they are not timed out; may lie in the past.</summary>
    public DateTimeOffset? TimedOutUntil { get; init; }

    /// <summary>The picture that others see beside their messages; null for the platform's default.</summary>
    public Uri? Avatar { get; init; }
}
