using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>What a rule of Discord's AutoMod caught.</summary>
public sealed record AutoModTrigger
{
    public required Snowflake RuleId { get; init; }

    public required Snowflake UserId { get; init; }

    /// <summary>0 where it was no message (a profile).</summary>
    public Snowflake ChannelId { get; init; }

    /// <summary>The message, where it was not blocked.</summary>
    public Snowflake? MessageId { get; init; }

    /// <summary>What was written; empty without the content intent.</summary>
    public string Content { get; init; } = "";

    /// <summary>The rule's word or phrase that matched; empty for none.</summary>
    public string Keyword { get; init; } = "";
}
