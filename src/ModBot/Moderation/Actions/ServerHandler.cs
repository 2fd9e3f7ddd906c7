using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Guilds;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation.Restraints;

namespace ModBot.Moderation.Actions;

/// <summary>What concerns the whole server: invites and the raid level. Both end by themselves.</summary>
internal sealed class ServerHandler(IModerationPlatform platform, IActionOutbox outbox, GuildStates states, TimeProvider time) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.PauseInvites, ActionKind.RaidLevel];

    public bool IsUndone(ActionKind kind) => true;

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (context.Action is PauseInvitesAction pause)
            return await platform.PauseInvitesAsync(context.Guild, now + pause.Duration, context.Reason, cancellationToken);
        var wanted = (RaidLevelAction)context.Action;
        GuildState state = await states.ChangeAsync(context.Guild, known => known with { Raid = Raise(known.At(now).Raid, wanted, now) }, cancellationToken);
        return new ActionOutcome(OutcomeKind.Done, $"raid level {state.LevelAt(now).ToString().ToLowerInvariant()}");
    }

    public async Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (context.Action is RaidLevelAction level)
        {
            await states.ChangeAsync(context.Guild, known => known.Raid?.Level == level.Level ? known with { Raid = null } : known, cancellationToken);
            return new ActionOutcome(OutcomeKind.Done, "the server stands down");
        }

        IEnumerable<CaseAction> others = (await outbox.ListStandingAsync(context.Guild, ActionKind.PauseInvites, author: null, cancellationToken)).Where(action => action.Id != context.Entry.Id);
        DateTimeOffset latest = others.Select(action => action.UpdatedAt + ((PauseInvitesAction)action.Action).Duration).DefaultIfEmpty().Max();
        ActionOutcome outcome = await platform.PauseInvitesAsync(context.Guild, latest > now ? latest : null, context.Reason, cancellationToken);
        return outcome.IsDone ? outcome with { Detail = latest > now ? "another case still stops invites" : "invites are open again" } : outcome;
    }

    /// <summary>The higher of what holds and what is wanted; the same level holds for the longer time.</summary>
    private static RaidAlarm? Raise(RaidAlarm? holds, RaidLevelAction wanted, DateTimeOffset now)
    {
        if (wanted.Level == RaidLevel.None)
            return null;
        var alarm = new RaidAlarm(wanted.Level, now + wanted.Duration);
        return holds is null || alarm.Level > holds.Level ? alarm
            : alarm.Level == holds.Level && alarm.Until > holds.Until ? alarm
            : holds;
    }
}
