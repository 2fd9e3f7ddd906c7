using Microsoft.Extensions.Logging;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation;

/// <summary>Carries out reviews: stores them, takes back the sanctions of an overturned case, keeps the card true.</summary>
internal sealed partial class CaseReviewer(IModerationLog log, IModerationPlatform platform, ReviewCards cards, ICaseFeed feed, TimeProvider time, ILogger<CaseReviewer> logger) : ICaseReviewer
{
    public async Task<ReviewOutcome?> ReviewAsync(CaseDecision decision, CancellationToken cancellationToken)
    {
        if (await log.GetCaseAsync(decision.GuildId, decision.Number, cancellationToken) is not { } found)
            return null;
        if (found.Reviews.Count > 0)
            return new ReviewOutcome(Decided: false, found, []);
        var review = new Review(decision.Decision, decision.ModeratorId, decision.ModeratorName, SafeText.Cut(decision.Reason.Trim(), CaseDecision.MaximumReason), time.GetUtcNow());
        if (await log.AddReviewAsync(decision.GuildId, decision.Number, review, cancellationToken) is not { } recorded)
            return null;
        if (!recorded.Decided)
            return new ReviewOutcome(Decided: false, recorded.Case, []);

        // Decided: from here on nothing is left half done because somebody did not wait.
        List<string> remarks = decision.Decision == ReviewDecision.Overturned ? await TakeBackAsync(recorded.Case, decision, CancellationToken.None) : [];
        await cards.UpdateAsync(recorded.Case, CancellationToken.None);
        feed.Publish(new CaseChange(decision.GuildId, decision.Number, CaseChangeKind.Reviewed, recorded.Case.Private));
        return new ReviewOutcome(Decided: true, recorded.Case, remarks);
    }

    private async Task<List<string>> TakeBackAsync(ModerationCase moderationCase, CaseDecision decision, CancellationToken cancellationToken)
    {
        var remarks = new List<string>();
        string reason = $"ModBot case {moderationCase.Number} overturned by {decision.ModeratorName}";
        Snowflake guild = moderationCase.Key.GuildId, member = moderationCase.AuthorId;
        foreach (RuleAction action in moderationCase.Actions.Where(action => action.State == ActionState.Done).Select(action => action.Action))
        {
            switch (action)
            {
                case TimeoutAction:
                    Tell("The timeout is lifted.", "The timeout could not be lifted", await platform.TimeoutAsync(guild, member, null, reason, cancellationToken));
                    break;
                case BanAction:
                    Tell("The ban is lifted.", "The ban could not be lifted", await platform.UnbanAsync(guild, member, reason, cancellationToken));
                    break;
                case KickAction:
                    remarks.Add("The member was kicked and has to come back by themselves.");
                    break;
                case DeleteAction:
                    remarks.Add("The deleted message stays deleted.");
                    break;
            }
        }

        return remarks;

        void Tell(string done, string failed, ActionOutcome outcome)
        {
            remarks.Add(outcome.IsDone ? done : $"{failed}: {outcome.Detail}");
            if (!outcome.IsDone)
                LogNotTakenBack(moderationCase.Number, guild, outcome.Kind, outcome.Detail);
        }
    }

    [LoggerMessage(2060, LogLevel.Warning, "A sanction of the overturned case {Case} in guild {Guild} could not be taken back, {Outcome}: {Detail}")]
    private partial void LogNotTakenBack(long @case, Snowflake guild, OutcomeKind outcome, string detail);
}
