using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>Times out, kicks and bans; lifts timeouts and bans unless another case still asks for them.</summary>
internal sealed class SanctionHandler(IModerationPlatform platform, IActionOutbox outbox, MemberGuard guard, TimeProvider time) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.Timeout, ActionKind.Kick, ActionKind.Softban, ActionKind.Ban];

    /// <summary>Kicks too, to say that they cannot be.</summary>
    public bool IsUndone(ActionKind kind) => true;

    public TimeSpan? LastsFor(RuleAction action) => action is BanAction { Duration: var duration } && duration > TimeSpan.Zero ? duration : null;

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        (ActionOutcome allowed, GuildMember? member) = await guard.FindAsync(context.Guild, context.Author, cancellationToken);
        if (member is null && allowed.Kind != OutcomeKind.NotFound)
            return allowed;
        switch (context.Action)
        {
            case TimeoutAction timeout:
                return member is null ? Left : await TimeOutAsync(context, timeout, member, cancellationToken);
            case KickAction:
                return member is null ? new ActionOutcome(OutcomeKind.Done, "had left already") : await platform.KickAsync(context.Guild, context.Author, context.Reason, cancellationToken);
            case SoftbanAction softban:
                ActionOutcome banned = await platform.BanAsync(context.Guild, context.Author, TimeSpan.FromDays(softban.DeleteDays), context.Reason, cancellationToken);
                return banned.IsDone ? await platform.UnbanAsync(context.Guild, context.Author, context.Reason, cancellationToken) : banned;
            default:
                return await platform.BanAsync(context.Guild, context.Author, TimeSpan.FromDays(((BanAction)context.Action).DeleteDays), context.Reason, cancellationToken);
        }
    }

    public async Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (context.Action is KickAction or SoftbanAction)
            return new ActionOutcome(OutcomeKind.Rejected, "a kick cannot be taken back: the member has to join again");
        IEnumerable<CaseAction> others = (await outbox.ListStandingAsync(context.Guild, context.Action.Kind, context.Author, cancellationToken)).Where(action => action.Id != context.Entry.Id);
        return context.Action is TimeoutAction ? await EndTimeoutAsync(context, others, cancellationToken) : await EndBanAsync(context, others, cancellationToken);
    }

    private static ActionOutcome Left => new(OutcomeKind.NotFound, "no longer a member");

    private async Task<ActionOutcome> TimeOutAsync(ActionContext context, TimeoutAction timeout, GuildMember member, CancellationToken cancellationToken)
    {
        DateTimeOffset until = time.GetUtcNow() + timeout.Duration;
        return member.TimedOutUntil >= until
            ? new ActionOutcome(OutcomeKind.Done, "was timed out for longer already")
            : await platform.TimeoutAsync(context.Guild, context.Author, until, context.Reason, cancellationToken);
    }

    private async Task<ActionOutcome> EndTimeoutAsync(ActionContext context, IEnumerable<CaseAction> others, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        (CaseAction Action, DateTimeOffset End) longest = others.Select(action => (action, End: action.UpdatedAt + ((TimeoutAction)action.Action).Duration)).OrderByDescending(other => other.End).FirstOrDefault();
        DateTimeOffset? until = longest.End > now ? longest.End : null;
        ActionOutcome outcome = await platform.TimeoutAsync(context.Guild, context.Author, until, context.Reason, cancellationToken);
        return outcome.Kind switch
        {
            OutcomeKind.Done => outcome with { Detail = until is null ? "the timeout is lifted" : $"still timed out by case {longest.Action.CaseNumber} for {DurationText.Write(longest.End - now)}" },
            OutcomeKind.NotFound => new ActionOutcome(OutcomeKind.Done, "the member has left"),
            _ => outcome,
        };
    }

    private async Task<ActionOutcome> EndBanAsync(ActionContext context, IEnumerable<CaseAction> others, CancellationToken cancellationToken)
    {
        if (others.LastOrDefault() is { } other)
            return new ActionOutcome(OutcomeKind.Done, $"still banned by case {other.CaseNumber}");
        ActionOutcome outcome = await platform.UnbanAsync(context.Guild, context.Author, context.Reason, cancellationToken);
        return outcome.IsDone ? outcome with { Detail = "the ban is lifted" } : outcome;
    }
}
