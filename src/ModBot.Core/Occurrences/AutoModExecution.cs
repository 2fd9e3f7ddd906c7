using ModBot.Core.Messages;

namespace ModBot.Core.Occurrences;

/// <summary>A rule of Discord's own AutoMod caught what a member wrote. Its id is the member's.</summary>
public sealed record AutoModExecution : MemberOccurrence
{
    /// <summary>AutoMod's rule.</summary>
    public required Snowflake RuleId { get; init; }

    /// <summary>What was written; empty where the content intent is missing.</summary>
    public string Content { get; init; } = "";

    /// <summary>The word or phrase of the rule that matched; empty where it has none.</summary>
    public string Keyword { get; init; } = "";

    /// <summary>The message, where it was not blocked.</summary>
    public Snowflake? MessageId { get; init; }

    public override OccurrenceKinds Kind => OccurrenceKinds.AutoModExecuted;

    public override string Describe() => $"Discord's AutoMod rule {RuleId} caught this{(Keyword.Length > 0 ? $" by “{Keyword}”" : "")}.";

    public override string ComputeRevision() => Revisions.Of(Kind, $"{RuleId} {MessageId?.ToString() ?? At.ToUnixTimeMilliseconds().ToString()}");

    public override void CollectSurfaces(List<MessageSurface> into)
    {
        if (Content.Length > 0)
            into.Add(new MessageSurface(SurfaceKind.Content, 0, Content));
    }
}
