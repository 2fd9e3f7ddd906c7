using ModBot.Contracts;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What a case intends is pending until it is marked.</summary>
public abstract class ActionContract(StoreFactory factory) : StoreContract(factory)
{
    [StoreFact]
    public async Task Pending_actions_survive_a_reopen_oldest_first()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Flagged(2, Sample.OtherGuild), default);
        await ReopenAsync();
        IReadOnlyList<CaseAction> pending = await Log.ListPendingActionsAsync(10, default);
        Assert.Equal(
            [new DeleteAction(), new StrikeAction { Points = 2 }, new DeleteRelatedAction(), new FlagAction()],
            pending.Select(action => action.Action));
        Assert.Equal([(Sample.Guild, 1L), (Sample.OtherGuild, 1L)], pending.Select(action => (action.GuildId, action.CaseNumber)).Distinct());
        Assert.Equal(4, pending.Select(action => action.Id).Distinct().Count());
        Assert.Equal(pending.Take(2), await Log.ListPendingActionsAsync(2, default));
    }

    [StoreTheory]
    [InlineData(ActionState.Done, false)]
    [InlineData(ActionState.Failed, false)]
    [InlineData(ActionState.Pending, true)]
    public async Task A_marked_action_is_pending_only_where_it_may_be_repeated(ActionState state, bool pending)
    {
        CaseAction action = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!.Actions[0];
        await Log.MarkActionAsync(action.Id, state, "said the platform", Sample.Noon, default);
        CaseAction expected = action with { State = state, Detail = "said the platform", Attempts = 1 };
        Assert.Equal(expected, Assert.Single((await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions));
        Assert.Equal(pending ? [expected] : [], await Log.ListPendingActionsAsync(10, default));
    }

    [StoreFact]
    public async Task Every_try_is_counted()
    {
        CaseAction action = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!.Actions[0];
        await Log.MarkActionAsync(action.Id, ActionState.Pending, "500", Sample.Noon, default);
        await Log.MarkActionAsync(action.Id, ActionState.Pending, "500", Sample.Noon, default);
        await Log.MarkActionAsync(action.Id, ActionState.Done, "", Sample.Noon, default);
        Assert.Equal(3, (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions[0].Attempts);
    }

    [StoreFact]
    public async Task An_action_that_has_ended_is_not_taken_up_again()
    {
        CaseAction action = (await Log.RecordAsync(Sample.Flagged(1), default)).Case!.Actions[0];
        await Log.MarkActionAsync(action.Id, ActionState.Done, "posted", Sample.Noon, default);
        await Log.MarkActionAsync(action.Id, ActionState.Pending, "late answer", Sample.Noon, default);
        CaseAction read = (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions[0];
        Assert.Equal((ActionState.Done, "posted", 1), (read.State, read.Detail, read.Attempts));
    }

    [StoreFact]
    public async Task Marking_an_unknown_action_is_an_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Log.MarkActionAsync(99, ActionState.Done, "", Sample.Noon, default));

    [StoreFact]
    public async Task Every_kind_of_action_comes_back()
    {
        RuleAction[] kinds = [.. ActionRegistry.BuiltIn.All.Select((definition, index) => OptionSamples.ActionOf(definition, new Random(index)))];
        Judgement judgement = Sample.Deleted(1);
        await Log.RecordAsync(judgement with { Verdict = judgement.Verdict with { Actions = kinds } }, default);
        Assert.Equal(kinds, (await Log.ListPendingActionsAsync(100, default)).Select(action => action.Action));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_list_of_pending_actions_is_bounded(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Log.ListPendingActionsAsync(limit, default));
}
