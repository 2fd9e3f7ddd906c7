using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation;

/// <summary>
/// Carries out reviews. What an overturned case takes back is stored with the review, one step for each thing that was done; the
/// steps are then done like any other action: each on its own, after a crash by the next process, never twice.
/// </summary>
internal sealed class CaseReviewer(IModerationLog log, IActionOutbox outbox, ActionExecutor executor, ReviewCards cards, ICaseFeed feed, TimeProvider time) : ICaseReviewer
{
    public async Task<ReviewOutcome?> ReviewAsync(CaseDecision decision, CancellationToken cancellationToken)
    {
        if (await log.GetCaseAsync(decision.GuildId, decision.Number, cancellationToken) is not { } found)
            return null;
        if (found.Reviews.Count > 0)
            return new ReviewOutcome(Decided: false, found, []);
        DateTimeOffset now = time.GetUtcNow();
        var review = new Review(decision.Decision, decision.ModeratorId, decision.ModeratorName, SafeText.Cut(decision.Reason.Trim(), CaseDecision.MaximumReason), now);
        List<FollowUp> then = decision.Decision == ReviewDecision.Overturned ? Plan(found, now) : [];
        if (await log.AddReviewAsync(decision.GuildId, decision.Number, review, then, cancellationToken) is not { } recorded)
            return null;
        if (!recorded.Decided)
            return new ReviewOutcome(Decided: false, recorded.Case, []);

        // Decided: from here on nothing is left half done because somebody did not wait.
        ModerationCase after = then.Count == 0 ? recorded.Case : await CarryOutAsync(recorded.Case, CancellationToken.None);
        await cards.UpdateAsync(after, CancellationToken.None);
        feed.Publish(new CaseChange(decision.GuildId, decision.Number, CaseChangeKind.Reviewed, after.Private));
        return new ReviewOutcome(Decided: true, after, Remarks(after));
    }

    /// <summary>Posts the deleted message of an overturned case again under its author's name.</summary>
    /// <returns>What has become of it; null where there is no such case, or it has no deleted message.</returns>
    public async Task<string?> RepostAsync(Snowflake guild, long number, CancellationToken cancellationToken)
    {
        if (await log.GetCaseAsync(guild, number, cancellationToken) is not { } found || DeletionOf(found) is not { } deletion)
            return null;
        await outbox.FollowAsync(guild, number, [new FollowUp(new TakeBackAction(), time.GetUtcNow(), deletion.Id)], cancellationToken);
        ModerationCase after = await CarryOutAsync(found, CancellationToken.None);
        await cards.UpdateAsync(after, CancellationToken.None);
        CaseAction? step = after.Actions.FirstOrDefault(action => action.Cause == deletion.Id);
        return step is null or { State: ActionState.Pending } ? "it is tried again by itself" : step.Detail;
    }

    /// <summary>The deletion that a repost would take back; null where the case has none, or is not overturned.</summary>
    public static CaseAction? DeletionOf(ModerationCase moderationCase) => moderationCase.Reviews is [{ Decision: ReviewDecision.Overturned }, ..]
        ? moderationCase.Actions.FirstOrDefault(action => action is { Action: DeleteAction, State: ActionState.Done })
        : null;

    private List<FollowUp> Plan(ModerationCase moderationCase, DateTimeOffset now)
    {
        List<FollowUp> plan = [.. executor.ListUndone(moderationCase).Select(action => new FollowUp(new TakeBackAction(), now, action.Id))];
        bool wasFelt = moderationCase.Actions.Any(action => action.State == ActionState.Done && (action.Action.Punishes || action.Action.Kind is ActionKind.Delete or ActionKind.NotifyAuthor));
        if (wasFelt && !moderationCase.Private)
            plan.Add(new FollowUp(new NotifyAuthorAction(), now, Cause: null));
        return plan;
    }

    /// <summary>Does what is due of the case now; what cannot be done now is tried again by itself.</summary>
    private async Task<ModerationCase> CarryOutAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        if (await outbox.ClaimAsync(guild, moderationCase.Number, cancellationToken) is { } claimed)
            await executor.ExecuteAsync(claimed, cancellationToken);
        return await log.GetCaseAsync(guild, moderationCase.Number, cancellationToken) ?? moderationCase;
    }

    private static List<string> Remarks(ModerationCase moderationCase)
    {
        if (moderationCase.Reviews[0].Decision != ReviewDecision.Overturned)
            return [];
        List<string> remarks = [];
        foreach (CaseAction step in moderationCase.Actions.Where(action => action.Action is TakeBackAction))
        {
            string what = moderationCase.Actions.FirstOrDefault(action => action.Id == step.Cause) is { } cause ? ActionRegistry.BuiltIn.Of(cause.Action.Kind).Id.Replace('-', ' ') : "step";
            remarks.Add(step.State switch
            {
                ActionState.Done => $"{what}: {step.Detail}.",
                ActionState.Failed => $"{what}: not taken back, {step.Detail}.",
                _ => $"{what}: tried again by itself ({step.Detail}).",
            });
        }

        if (DeletionOf(moderationCase) is not null)
            remarks.Add("delete: no platform gives a deleted message back; **Repost** posts it again under the author's name.");
        return remarks;
    }
}
