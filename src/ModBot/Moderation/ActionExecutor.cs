using Microsoft.Extensions.Logging;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation;

/// <summary>Carries out what a case intends, action by action. One that fails never stops the rest; each outcome is stored.</summary>
internal sealed partial class ActionExecutor(
    IModerationPlatform platform, DeletionBatches deletions, IActionOutbox outbox, ReviewCards cards, DeadLetters deadLetters, TimeProvider time, ILogger<ActionExecutor> logger)
{
    /// <summary>Tries before an action that the platform cannot take is given up: some two hours.</summary>
    public const int MaximumAttempts = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Does what is due of the case, and tells the moderators what failed for good. The caller has the leases.</summary>
    public async Task ExecuteAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        List<CaseAction> failed = [.. moderationCase.Actions.Where(action => action.IsToBeTold)];
        DateTimeOffset now = time.GetUtcNow();
        foreach (CaseAction action in moderationCase.Actions.Where(action => action.State == ActionState.Pending && action.DueAt <= now))
        {
            ActionOutcome outcome = await DoAsync(moderationCase, action.Action, cancellationToken);
            if (await StoreAsync(moderationCase, action, outcome, cancellationToken) is { IsToBeTold: true } ended)
                failed.Add(ended);
        }

        if (failed.Count > 0)
            await deadLetters.TellAsync(moderationCase, failed, cancellationToken);
    }

    /// <summary>The pause before the next try: 1 s, doubled with each, up to 10 minutes.</summary>
    public static TimeSpan PauseAfter(int attempts) => attempts >= 10 ? LongestPause : TimeSpan.FromSeconds(1 << Math.Max(0, attempts - 1));

    private async Task<CaseAction> StoreAsync(ModerationCase moderationCase, CaseAction action, ActionOutcome outcome, CancellationToken cancellationToken)
    {
        ActionState state = outcome.IsDone ? ActionState.Done
            : outcome.MayRetry && action.Attempts + 1 < MaximumAttempts ? ActionState.Pending
            : ActionState.Failed;
        if (state != ActionState.Done)
            LogActionFailed(action.Action.Kind, moderationCase.Number, moderationCase.Key.GuildId, outcome.Kind, outcome.Detail);
        DateTimeOffset now = time.GetUtcNow();
        var end = new ActionEnd
        {
            ActionId = action.Id,
            State = state,
            Detail = outcome.Detail,
            At = now,
            RetryAt = state == ActionState.Pending ? now + PauseAfter(action.Attempts + 1) : null,
            Tell = state == ActionState.Failed && DeadLetters.Concerns(action.Action.Kind),
        };
        await outbox.EndAsync(end, cancellationToken);
        return action with { State = state, Detail = outcome.Detail, Attempts = action.Attempts + 1, IsToBeTold = end.Tell };
    }

    private async Task<ActionOutcome> DoAsync(ModerationCase moderationCase, RuleAction action, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        string reason = AuditReason(moderationCase);
        switch (action)
        {
            case DeleteAction:
                return await deletions.DeleteAsync(guild, moderationCase.ChannelId, [moderationCase.Key.MessageId], reason, cancellationToken);
            case DeleteRelatedAction:
                return await DeleteRelatedAsync(moderationCase, reason, cancellationToken);
            case FlagAction:
                return await cards.PostAsync(moderationCase, cancellationToken);
            case StrikeAction strike:
                // A member's strikes are the strike actions of their cases: storing this one as done is the strike.
                return new ActionOutcome(OutcomeKind.Done, $"{strike.Points} strike point{(strike.Points == 1 ? "" : "s")}");
            case NotifyAuthorAction:
                return await platform.SendDirectAsync(moderationCase.AuthorId, AuthorNotice.For(moderationCase), cancellationToken);
            case TimeoutAction timeout:
                return await platform.TimeoutAsync(guild, moderationCase.AuthorId, time.GetUtcNow().Add(timeout.Duration), reason, cancellationToken);
            case KickAction:
                return await platform.KickAsync(guild, moderationCase.AuthorId, reason, cancellationToken);
            case BanAction ban:
                return await platform.BanAsync(guild, moderationCase.AuthorId, TimeSpan.FromDays(ban.DeleteDays), reason, cancellationToken);
            default:
                return new ActionOutcome(OutcomeKind.Rejected, $"the action '{ActionRegistry.BuiltIn.Of(action.Kind).Id}' cannot be carried out by this version");
        }
    }

    private async Task<ActionOutcome> DeleteRelatedAsync(ModerationCase moderationCase, string reason, CancellationToken cancellationToken)
    {
        IEnumerable<MessageReference> related = moderationCase.Evidence?.Hits.Where(hit => hit.Disposition == Disposition.Delete && !hit.Shadow).SelectMany(hit => hit.Related) ?? [];
        ActionOutcome[] outcomes = await Task.WhenAll(related.Distinct().GroupBy(reference => reference.ChannelId).Select(channel =>
            deletions.DeleteAsync(moderationCase.Key.GuildId, channel.Key, [.. channel.Select(reference => reference.MessageId)], reason, cancellationToken)));
        return Array.Find(outcomes, outcome => !outcome.IsDone) is { Detail: not null } failed ? failed : ActionOutcome.Done;
    }

    private static string AuditReason(ModerationCase moderationCase) => $"ModBot case {moderationCase.Number}: {moderationCase.Rule}";

    [LoggerMessage(2010, LogLevel.Warning, "Action {Action} of case {Case} in guild {Guild} ended as {Outcome}: {Detail}")]
    private partial void LogActionFailed(ActionKind action, long @case, Snowflake guild, OutcomeKind outcome, string detail);
}
