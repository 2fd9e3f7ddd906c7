using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Members;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>Gives strike points, climbs the server's ladder, and refunds the points.</summary>
internal sealed class StrikeHandler(IStrikeStore strikes, IActionOutbox outbox, GuildRules rules, MemberTallies tallies, TimeProvider time) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.Strike];

    public bool IsUndone(ActionKind kind) => true;

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var entry = new StrikeEntry
        {
            GuildId = context.Guild,
            MemberId = context.Author,
            Points = ((StrikeAction)context.Action).Points,
            At = time.GetUtcNow(),
            CaseNumber = context.Case.Number,
            ActionId = context.Entry.Id,
            Reason = context.Case.Rule,
        };
        IReadOnlyList<StrikeEntry> all = await strikes.AddAsync(entry, cancellationToken);
        tallies.Forget(context.Guild, context.Author);
        StrikePolicy policy = (await rules.GetSourceAsync(context.Guild, cancellationToken)).Strikes;
        // By the stored entry: a second try must climb the same step.
        DateTimeOffset at = all.FirstOrDefault(known => known.ActionId == context.Entry.Id)?.At ?? entry.At;
        double after = StrikeTally.PointsAt(all, policy, at);
        double before = StrikeTally.PointsAt(all.Where(known => known.ActionId != context.Entry.Id), policy, at);
        LadderStep? step = policy.StepBetween(before, after);
        if (step is not null)
            await outbox.FollowAsync(context.Guild, context.Case.Number, [new FollowUp(step.Action, time.GetUtcNow(), context.Entry.Id)], cancellationToken);
        string climbed = step is null ? "" : $"; {step.At} points: {ActionRegistry.BuiltIn.Of(step.Action.Kind).Id}";
        return new ActionOutcome(OutcomeKind.Done, $"{Points(entry.Points)}, {StrikePolicy.Whole(after)} in all{climbed}");
    }

    public async Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken)
    {
        int refunded = await strikes.RefundAsync(context.Guild, context.Entry.Id, cancellationToken);
        tallies.Forget(context.Guild, context.Author);
        return new ActionOutcome(OutcomeKind.Done, refunded > 0 ? $"{Points(refunded)} refunded" : "the points were refunded already");
    }

    private static string Points(int points) => $"{points} strike point{(points == 1 ? "" : "s")}";
}
