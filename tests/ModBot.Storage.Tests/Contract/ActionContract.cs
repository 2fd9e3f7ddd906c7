using ModBot.Contracts;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What a case intends is done under a lease, by one process at a time, until it has ended.</summary>
public abstract class ActionContract(StoreFactory factory) : StoreContract(factory)
{
    [StoreFact]
    public async Task Whoever_records_a_case_has_its_actions_and_the_next_process_takes_them_over_at_once()
    {
        await using OpenStore other = Factory.Create();
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Flagged(2, Sample.OtherGuild), default);
        Assert.Empty(await Store.Outbox.ListDueAsync(0, 10, default));
        Assert.Empty(await other.Outbox.ListDueAsync(0, 10, default));
        Assert.Null(await other.Outbox.ClaimAsync(Sample.Guild, 1, default));

        await Store.DisposeAsync();
        DueCase[] due = await DueAsync(other, 2);
        Assert.Equal([(Sample.Guild, 1L), (Sample.OtherGuild, 1L)], due.Select(entry => (entry.GuildId, entry.Number)));
        Assert.Equal(due[1..], await other.Outbox.ListDueAsync(due[0].Position, 10, default));
        Assert.Equal(due[..1], await other.Outbox.ListDueAsync(0, 1, default));
        ModerationCase? claimed = await other.Outbox.ClaimAsync(Sample.Guild, 1, default);
        Assert.Equal(
            [new DeleteAction(), new StrikeAction { Points = 2 }, new DeleteRelatedAction()],
            claimed!.Actions.Where(action => action.State == ActionState.Pending).Select(action => action.Action));
        Assert.Null(await other.Outbox.ClaimAsync(Sample.Guild, 1, default));
        Assert.Equal(due[1..], await other.Outbox.ListDueAsync(0, 10, default));
    }

    [StoreFact]
    public async Task A_lease_that_is_not_renewed_runs_out_even_while_its_process_lives()
    {
        await using OpenStore other = Factory.Create();
        ModerationCase opened = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!;
        Factory.Time.Advance(IActionOutbox.Lease - TimeSpan.FromMilliseconds(1));
        await Store.Outbox.RenewAsync([.. opened.Actions.Select(action => action.Id)], default);
        Factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty(await other.Outbox.ListDueAsync(0, 10, default));
        Factory.Time.Advance(IActionOutbox.Lease);
        Assert.Single(await other.Outbox.ListDueAsync(0, 10, default));
        Assert.NotNull(await other.Outbox.ClaimAsync(Sample.Guild, 1, default));
        await Store.Outbox.RenewAsync([.. opened.Actions.Select(action => action.Id)], default);
        Factory.Time.Advance(IActionOutbox.Lease);
        Assert.Single(await other.Outbox.ListDueAsync(0, 10, default));
    }

    [StoreFact]
    public async Task Of_many_who_claim_a_case_at_once_one_gets_it()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        Factory.Time.Advance(IActionOutbox.Lease);
        await using OpenStore other = Factory.Create();
        ModerationCase?[] claimed = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? Store : other).Outbox.ClaimAsync(Sample.Guild, 1, default))));
        Assert.Single(claimed, taken => taken is not null);
    }

    [StoreTheory]
    [InlineData(ActionState.Done)]
    [InlineData(ActionState.Failed)]
    public async Task An_action_that_has_ended_is_not_taken_up_again(ActionState state)
    {
        CaseAction action = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!.Actions[0];
        await Store.Outbox.EndAsync(End(action, state, "said the platform"), default);
        await Store.Outbox.EndAsync(End(action, ActionState.Pending, "late answer"), default);
        CaseAction expected = action with { State = state, Detail = "said the platform", Attempts = 1 };
        Assert.Equal(expected, await ReadAsync(action));
        Factory.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Store.Outbox.ListDueAsync(0, 10, default));
    }

    [StoreFact]
    public async Task A_try_that_is_to_be_repeated_is_counted_and_due_at_its_time()
    {
        CaseAction action = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!.Actions[0];
        DateTimeOffset later = Factory.Time.GetUtcNow().AddSeconds(4);
        await Store.Outbox.EndAsync(End(action, ActionState.Pending, "500") with { RetryAt = later }, default);
        Assert.Equal(action with { Detail = "500", Attempts = 1, DueAt = later }, await ReadAsync(action));
        Factory.Time.Advance(TimeSpan.FromMilliseconds(3_999));
        Assert.Empty(await Store.Outbox.ListDueAsync(0, 10, default));
        Assert.Null(await Store.Outbox.ClaimAsync(Sample.Guild, 1, default));
        Factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await Store.Outbox.ClaimAsync(Sample.Guild, 1, default));
        await Store.Outbox.EndAsync(End(action, ActionState.Done, ""), default);
        Assert.Equal((ActionState.Done, 2), await ReadAsync(action) is { } read ? (read.State, read.Attempts) : default);
    }

    [StoreFact]
    public async Task Who_lost_the_lease_can_report_success_only()
    {
        CaseAction action = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!.Actions[0];
        Factory.Time.Advance(IActionOutbox.Lease);
        await using OpenStore other = Factory.Create();
        Assert.NotNull(await other.Outbox.ClaimAsync(Sample.Guild, 1, default));
        await Store.Outbox.EndAsync(End(action, ActionState.Failed, "no answer"), default);
        Assert.Equal(action, await ReadAsync(action));
        await Store.Outbox.EndAsync(End(action, ActionState.Done, "done after all"), default);
        await other.Outbox.EndAsync(End(action, ActionState.Failed, "gone"), default);
        Assert.Equal((ActionState.Done, "done after all"), await ReadAsync(action) is { } read ? (read.State, read.Detail) : default);
    }

    [StoreFact]
    public async Task A_failure_is_due_until_it_is_told_even_for_the_next_process()
    {
        CaseAction action = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!.Actions[0];
        await Store.Outbox.EndAsync(End(action, ActionState.Failed, "forbidden") with { Tell = true }, default);
        Assert.Empty(await Store.Outbox.ListDueAsync(0, 10, default));
        await ReopenAsync();
        await DueAsync(Store, 1);
        CaseAction told = Assert.Single((await Store.Outbox.ClaimAsync(Sample.Guild, 1, default))!.Actions);
        Assert.Equal((ActionState.Failed, true, "forbidden"), (told.State, told.IsToBeTold, told.Detail));
        await Store.Outbox.MarkToldAsync([action.Id], default);
        Factory.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Store.Outbox.ListDueAsync(0, 10, default));
        Assert.False((await ReadAsync(action)).IsToBeTold);
    }

    [StoreFact]
    public async Task Ending_an_unknown_action_is_an_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Outbox.EndAsync(new ActionEnd { ActionId = 99, State = ActionState.Done, Detail = "", At = Sample.Noon }, default));

    [StoreFact]
    public async Task Every_kind_of_action_comes_back()
    {
        RuleAction[] kinds = [.. ActionRegistry.BuiltIn.All.Select((definition, index) => OptionSamples.ActionOf(definition, new Random(index)))];
        Judgement judgement = Sample.Deleted(1);
        await Log.RecordAsync(judgement with { Verdict = judgement.Verdict with { Actions = kinds } }, default);
        Assert.Equal(kinds, (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions.Select(action => action.Action));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(1_001)]
    public async Task A_list_of_what_is_due_is_bounded(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Outbox.ListDueAsync(0, limit, default));

    private static ActionEnd End(CaseAction action, ActionState state, string detail) => new() { ActionId = action.Id, State = state, Detail = detail, At = Sample.Noon };

    private async Task<CaseAction> ReadAsync(CaseAction action) => Assert.Single((await Log.GetCaseAsync(action.GuildId, action.CaseNumber, default))!.Actions);

    /// <summary>A server drops the locks of an ended process a moment after it ended.</summary>
    private static async Task<DueCase[]> DueAsync(OpenStore store, int count)
    {
        long started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            DueCase[] due = [.. await store.Outbox.ListDueAsync(0, 10, default)];
            if (due.Length == count)
                return due;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20), $"{due.Length} cases are due, not {count}");
            await Task.Delay(10);
        }
    }
}
