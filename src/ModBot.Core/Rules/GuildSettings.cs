using ModBot.Core.Guilds;
using ModBot.Core.Messages;

namespace ModBot.Core.Rules;

/// <summary>What a guild has set besides its rules.</summary>
public sealed record GuildSettings
{
    /// <summary>Null: the deployment's default, which is shadow until the guild is set up.</summary>
    public RuleMode? Mode { get; init; }

    /// <summary>Where review cards go; null: they wait in the log.</summary>
    public Snowflake? ReviewChannel { get; init; }

    /// <summary>Where private cards (self-harm) go; null: the review channel.</summary>
    public Snowflake? PrivateChannel { get; init; }

    /// <summary>So many members with standing, hit by one rule within 10 minutes, make it flag only; 0: never. 0..100.</summary>
    public int BreakerMembers { get; init; } = RuleTrip.DefaultMembers;

    /// <summary>Where the action <c>log</c> writes its lines; null: they are in the moderation log only.</summary>
    public Snowflake? LogChannel { get; init; }
}
