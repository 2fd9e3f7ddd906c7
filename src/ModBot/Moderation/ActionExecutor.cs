using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation.Actions;
using ModBot.Moderation.Restraints;

namespace ModBot.Moderation;

/// <summary>Carries out what a case intends, action by action. One that fails never stops the rest; each outcome is stored.</summary>
internal sealed partial class ActionExecutor
{
    /// <summary>Tries before an action that the platform cannot take is given up: some two hours.</summary>
    public const int MaximumAttempts = 20;

    /// <summary>Rounds of one execution: what follows from an action is done at once, and what follows from that.</summary>
    private const int MaximumRounds = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly FrozenDictionary<ActionKind, IActionHandler> handlers;
    private readonly IActionOutbox outbox;
    private readonly DeadLetters deadLetters;
    private readonly GuildStates states;
    private readonly TimeProvider time;
    private readonly ILogger<ActionExecutor> logger;

    public ActionExecutor(IEnumerable<IActionHandler> handlers, IActionOutbox outbox, DeadLetters deadLetters, GuildStates states, TimeProvider time, ILogger<ActionExecutor> logger)
    {
        this.handlers = handlers.SelectMany(handler => handler.Kinds.Select(kind => (kind, handler))).ToFrozenDictionary(pair => pair.kind, pair => pair.handler);
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.states = states;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Does what is due of the case, and tells the moderators what failed for good. The caller has the leases on what is claimed.</summary>
    public async Task ExecuteAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        ModerationCase? round = moderationCase;
        for (int i = 0; i < MaximumRounds && round is not null; i++)
        {
            bool mayFollow = await DoRoundAsync(round, cancellationToken);
            round = mayFollow ? await outbox.ClaimAsync(moderationCase.Key.GuildId, moderationCase.Number, cancellationToken) : null;
        }
    }

    /// <summary>The pause before the next try: 1 s, doubled with each, up to 10 minutes.</summary>
    public static TimeSpan PauseAfter(int attempts) => attempts >= 10 ? LongestPause : TimeSpan.FromSeconds(1 << Math.Max(0, attempts - 1));

    /// <summary>The actions that an overturned case takes back.</summary>
    public IEnumerable<CaseAction> ListUndone(ModerationCase moderationCase) => moderationCase.Actions.Where(action =>
        action.State != ActionState.Failed && handlers.TryGetValue(action.Action.Kind, out IActionHandler? handler) && handler.IsUndone(action.Action.Kind));

    /// <returns>True where something may follow from what was done.</returns>
    private async Task<bool> DoRoundAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        bool isOurs(CaseAction action) => moderationCase.Claimed is not { } claimed || claimed.Contains(action.Id);
        List<CaseAction> failed = [.. moderationCase.Actions.Where(action => action.IsToBeTold && isOurs(action))];
        DateTimeOffset now = time.GetUtcNow();
        bool mayFollow = false;
        foreach (CaseAction action in moderationCase.Actions.Where(action => action.State == ActionState.Pending && action.DueAt <= now && isOurs(action)))
        {
            ActionOutcome outcome = await DoAsync(moderationCase, action, cancellationToken);
            CaseAction ended = await StoreAsync(moderationCase, action, outcome, cancellationToken);
            if (ended.IsToBeTold)
                failed.Add(ended);
            mayFollow |= ended.State == ActionState.Done && action.Action.Kind == ActionKind.Strike;
        }

        if (failed.Count > 0)
            await deadLetters.TellAsync(moderationCase, failed, cancellationToken);
        return mayFollow;
    }

    private async Task<ActionOutcome> DoAsync(ModerationCase moderationCase, CaseAction action, CancellationToken cancellationToken)
    {
        try
        {
            return action.Action is TakeBackAction
                ? await TakeBackAsync(moderationCase, action, cancellationToken)
                : await DoOwnAsync(new ActionContext(moderationCase, action), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A fault of one action must not keep the others from being done.
            LogActionThrew(fault, action.Action.Kind, moderationCase.Number, moderationCase.Key.GuildId);
            return new ActionOutcome(OutcomeKind.Unavailable, $"a fault in ModBot: {fault.Message}");
        }
    }

    private async Task<ActionOutcome> DoOwnAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (!handlers.TryGetValue(context.Action.Kind, out IActionHandler? handler))
            return new ActionOutcome(OutcomeKind.Rejected, $"the action '{ActionRegistry.BuiltIn.Of(context.Action.Kind).Id}' cannot be carried out by this version");
        if (await StopAsync(context, cancellationToken) is { } stop)
            return new ActionOutcome(OutcomeKind.Rejected, $"not done: ModBot was paused by {stop.ModeratorName}");
        if (handler.LastsFor(context.Action) is { } lasting)
            await outbox.FollowAsync(context.Guild, context.Case.Number, [new FollowUp(new TakeBackAction(), time.GetUtcNow() + lasting, context.Entry.Id)], cancellationToken);
        return await handler.DoAsync(context, cancellationToken);
    }

    private async Task<ActionOutcome> TakeBackAsync(ModerationCase moderationCase, CaseAction action, CancellationToken cancellationToken)
    {
        if (moderationCase.Actions.FirstOrDefault(cause => cause.Id == action.Cause) is not { } cause || !handlers.TryGetValue(cause.Action.Kind, out IActionHandler? handler))
            return new ActionOutcome(OutcomeKind.Rejected, "what it would take back is not known");
        if (cause.State == ActionState.Pending)
        {
            return await outbox.CancelAsync(cause.Id, "overturned before it was done", cancellationToken)
                ? new ActionOutcome(OutcomeKind.Done, "it was not done yet")
                : new ActionOutcome(OutcomeKind.Unavailable, "it is being done just now");
        }

        return cause.State == ActionState.Failed
            ? new ActionOutcome(OutcomeKind.Done, "it was not done")
            : await handler.TakeBackAsync(new ActionContext(moderationCase, cause, action), cancellationToken);
    }

    /// <summary>The emergency stop that keeps the action from being done; null where none does. Cards and apologies harm nobody.</summary>
    private async ValueTask<EmergencyStop?> StopAsync(ActionContext context, CancellationToken cancellationToken) =>
        context.Action.Kind is ActionKind.Flag or ActionKind.Log || context.IsOverturned ? null : (await states.GetAsync(context.Guild, cancellationToken)).Stop;

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
            Detail = outcome.Detail ?? "",
            At = now,
            RetryAt = state == ActionState.Pending ? now + PauseAfter(action.Attempts + 1) : null,
            Tell = state == ActionState.Failed && DeadLetters.Concerns(moderationCase, action.Action.Kind),
        };
        await outbox.EndAsync(end, cancellationToken);
        if (state == ActionState.Failed)
            await outbox.DropFollowUpsAsync(action.Id, "what it would take back was not done", cancellationToken);
        return action with { State = state, Detail = end.Detail, Attempts = action.Attempts + 1, IsToBeTold = end.Tell };
    }

    [LoggerMessage(2010, LogLevel.Warning, "Action {Action} of case {Case} in guild {Guild} ended as {Outcome}: {Detail}")]
    private partial void LogActionFailed(ActionKind action, long @case, Snowflake guild, OutcomeKind outcome, string detail);

    [LoggerMessage(2011, LogLevel.Error, "Action {Action} of case {Case} in guild {Guild} threw; it is tried again")]
    private partial void LogActionThrew(Exception fault, ActionKind action, long @case, Snowflake guild);
}
