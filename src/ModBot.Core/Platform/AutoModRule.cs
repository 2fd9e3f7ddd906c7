using System.Collections.Immutable;
using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>What a rule of Discord's AutoMod looks for; values are Discord's.</summary>
public enum AutoModTriggerKind
{
    Keyword = 1,
    Spam = 3,
    Preset = 4,
    MentionSpam = 5,

    /// <summary>Words in members' names and profiles.</summary>
    Profile = 6,
}

/// <summary>Discord's own word lists; values are Discord's.</summary>
public enum AutoModPreset
{
    Profanity = 1,
    SexualContent = 2,
    Slurs = 3,
}

/// <summary>A rule of Discord's own AutoMod, which blocks before anything is posted (API reference, "Auto Moderation").</summary>
public sealed record AutoModRule
{
    public const int MaximumName = 100;
    public const int MaximumKeywords = 1_000;
    public const int MaximumKeyword = 60;
    public const int MaximumPatterns = 10;
    public const int MaximumPattern = 260;
    public const int MaximumAllowed = 100;
    public const int MaximumAllowedOfPreset = 1_000;
    public const int MaximumMentions = 50;
    public const int MaximumExemptRoles = 20;
    public const int MaximumExemptChannels = 50;
    public const int MaximumBlockMessage = 150;

    /// <summary>Null for one that is not made yet.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>1..<see cref="MaximumName"/> characters.</summary>
    public required string Name { get; init; }

    public required AutoModTriggerKind Trigger { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>Words and phrases; an asterisk at an end leaves it open.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>Regular expressions of Rust's kind.</summary>
    public ImmutableArray<string> Patterns { get; init; } = [];

    public ImmutableArray<string> Allow { get; init; } = [];

    public ImmutableArray<AutoModPreset> Presets { get; init; } = [];

    /// <summary>Different users and roles that one message may mention, 0..<see cref="MaximumMentions"/>.</summary>
    public int MentionLimit { get; init; }

    /// <summary>The message is not posted; of profiles, the member cannot speak.</summary>
    public bool Blocks { get; init; }

    /// <summary>What the author is told; at most <see cref="MaximumBlockMessage"/> characters, empty for Discord's words.</summary>
    public string BlockMessage { get; init; } = "";

    /// <summary>Where moderators are told; null for nowhere.</summary>
    public Snowflake? AlertChannel { get; init; }

    /// <summary>For keywords and mentions only: 1 s to 28 days.</summary>
    public TimeSpan? Timeout { get; init; }

    public ImmutableArray<Snowflake> ExemptRoles { get; init; } = [];

    public ImmutableArray<Snowflake> ExemptChannels { get; init; } = [];
}
