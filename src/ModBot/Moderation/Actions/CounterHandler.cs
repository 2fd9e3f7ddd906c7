using System.Globalization;
using ModBot.Core.Actions;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>Changes named counters.</summary>
internal sealed class CounterHandler(ICounterStore counters, GuildRules rules, MemberTallies tallies, TimeProvider time) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.AddToCounter, ActionKind.SetCounter, ActionKind.ResetCounters];

    public bool IsUndone(ActionKind kind) => kind is ActionKind.AddToCounter or ActionKind.SetCounter;

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (context.Action is ResetCountersAction reset)
            return await ResetAsync(context, reset, cancellationToken);
        (string name, double add, double? set) = context.Action is AddToCounterAction more ? (more.Counter, more.Amount, (double?)null) : (((SetCounterAction)context.Action).Counter, 0, ((SetCounterAction)context.Action).Value);
        return await ChangeAsync(context, name, add, set, context.Entry.Id, cancellationToken);
    }

    public Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken) => context.Action switch
    {
        AddToCounterAction more => ChangeAsync(context, more.Counter, -more.Amount, null, context.By!.Id, cancellationToken),
        SetCounterAction set when double.TryParse(context.Entry.Prior, CultureInfo.InvariantCulture, out double before) => ChangeAsync(context, set.Counter, 0, before, context.By!.Id, cancellationToken),
        _ => Task.FromResult(new ActionOutcome(OutcomeKind.Rejected, "what the counters stood at before is not known")),
    };

    private async Task<ActionOutcome> ChangeAsync(ActionContext context, string name, double add, double? set, long action, CancellationToken cancellationToken)
    {
        CounterSpec spec = (await rules.GetSourceAsync(context.Guild, cancellationToken)).CounterOf(name);
        if (SubjectOf(context, spec) is not { } subject)
            return new ActionOutcome(OutcomeKind.Rejected, $"the counter {name} counts by channel, and there is none");
        var change = new CounterChange { Key = new CounterKey(context.Guild, name, subject), Spec = spec, At = time.GetUtcNow(), Add = add, Set = set, ActionId = action };
        (double value, _) = await counters.ChangeAsync(change, cancellationToken);
        tallies.Forget(context.Guild, subject);
        return new ActionOutcome(OutcomeKind.Done, $"{name} is {CounterSpec.Whole(value).ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task<ActionOutcome> ResetAsync(ActionContext context, ResetCountersAction reset, CancellationToken cancellationToken)
    {
        Snowflake? subject = reset.Counter.Length == 0 ? context.Author : SubjectOf(context, (await rules.GetSourceAsync(context.Guild, cancellationToken)).CounterOf(reset.Counter));
        if (subject is not { } whose)
            return new ActionOutcome(OutcomeKind.Rejected, $"the counter {reset.Counter} counts by channel, and there is none");
        int count = await counters.ResetAsync(context.Guild, whose, reset.Counter.Length == 0 ? null : reset.Counter, cancellationToken);
        tallies.Forget(context.Guild, whose);
        return new ActionOutcome(OutcomeKind.Done, $"{count} counter{(count == 1 ? "" : "s")} set back");
    }

    private static Snowflake? SubjectOf(ActionContext context, CounterSpec spec) => spec.Per switch
    {
        CounterScope.Author => context.Author,
        CounterScope.Channel => context.Case.ChannelId == default ? null : context.Case.ChannelId,
        _ => context.Guild,
    };
}
