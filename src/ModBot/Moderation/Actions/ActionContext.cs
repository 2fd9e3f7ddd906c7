using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>One action of a case on its way.</summary>
/// <param name="Case">The case as it was read before its actions began.</param>
/// <param name="Entry">The action that is done, or that is taken back.</param>
/// <param name="By">The entry that takes it back; null where it is being done.</param>
internal sealed record ActionContext(ModerationCase Case, CaseAction Entry, CaseAction? By = null)
{
    private const int LongestReason = 400;

    public RuleAction Action => Entry.Action;

    public Snowflake Guild => Case.Key.GuildId;

    public Snowflake Author => Case.AuthorId;

    /// <summary>A moderator said that the case was wrong.</summary>
    public bool IsOverturned => Case.Reviews is [{ Decision: ReviewDecision.Overturned }, ..];

    /// <summary>For the platform's audit log.</summary>
    public string Reason => By is null ? $"ModBot case {Case.Number}: {Case.Rule}"
        : Case.Reviews is [{ Decision: ReviewDecision.Overturned } review, ..] ? SafeText.Cut($"ModBot case {Case.Number} overturned by {review.ModeratorName}", LongestReason)
        : $"ModBot case {Case.Number}: the time is over";
}
