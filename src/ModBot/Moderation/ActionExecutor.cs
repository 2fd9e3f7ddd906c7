using System.Collections.Concurrent;
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
internal sealed partial class ActionExecutor(IModerationPlatform platform, IModerationLog log, ReviewCards cards, TimeProvider time, ILogger<ActionExecutor> logger)
{
    /// <summary>Tries before an action that the platform cannot take is given up.</summary>
    private const int MaximumAttempts = 8;

    private readonly ConcurrentDictionary<MessageKey, byte> held = new();

    /// <summary>
    /// Takes the message for this caller, before its case is stored or read, until the hold is disposed. Null where it is held
    /// already: so the live path and the sweep never do one action twice.
    /// </summary>
    public IDisposable? TryHold(MessageKey key) => held.TryAdd(key, 0) ? new Hold(held, key) : null;

    /// <summary>Does every pending action of the case. The caller holds the message.</summary>
    public async Task ExecuteAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        foreach (CaseAction action in moderationCase.Actions.Where(action => action.State == ActionState.Pending))
        {
            ActionOutcome outcome = await DoAsync(moderationCase, action.Action, cancellationToken);
            await StoreAsync(moderationCase, action, outcome, cancellationToken);
        }
    }

    private async Task StoreAsync(ModerationCase moderationCase, CaseAction action, ActionOutcome outcome, CancellationToken cancellationToken)
    {
        ActionState state = outcome.IsDone ? ActionState.Done
            : outcome.MayRetry && action.Attempts + 1 < MaximumAttempts ? ActionState.Pending
            : ActionState.Failed;
        if (state != ActionState.Done)
            LogActionFailed(action.Action.Kind, moderationCase.Number, moderationCase.Key.GuildId, outcome.Kind, outcome.Detail);
        await log.MarkActionAsync(action.Id, state, outcome.Detail, time.GetUtcNow(), cancellationToken);
    }

    private async Task<ActionOutcome> DoAsync(ModerationCase moderationCase, RuleAction action, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        string reason = AuditReason(moderationCase);
        switch (action)
        {
            case DeleteAction:
                return await platform.DeleteMessageAsync(guild, moderationCase.ChannelId, moderationCase.Key.MessageId, reason, cancellationToken);
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
        ActionOutcome worst = ActionOutcome.Done;
        foreach (IGrouping<Snowflake, MessageReference> channel in related.Distinct().GroupBy(reference => reference.ChannelId))
        {
            ActionOutcome outcome = await platform.DeleteMessagesAsync(
                moderationCase.Key.GuildId, channel.Key, [.. channel.Select(reference => reference.MessageId)], reason, cancellationToken);
            if (!outcome.IsDone)
                worst = outcome;
        }

        return worst;
    }

    private static string AuditReason(ModerationCase moderationCase) => $"ModBot case {moderationCase.Number}: {moderationCase.Rule}";

    [LoggerMessage(2010, LogLevel.Warning, "Action {Action} of case {Case} in guild {Guild} ended as {Outcome}: {Detail}")]
    private partial void LogActionFailed(ActionKind action, long @case, Snowflake guild, OutcomeKind outcome, string detail);

    private sealed class Hold(ConcurrentDictionary<MessageKey, byte> held, MessageKey key) : IDisposable
    {
        public void Dispose() => held.TryRemove(key, out _);
    }
}
