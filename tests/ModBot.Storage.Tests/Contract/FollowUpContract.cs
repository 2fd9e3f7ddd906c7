using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What follows from an action is stored once, done under the same leases, and found again for taking it back.</summary>
public abstract class FollowUpContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly TakeBackAction TakeBack = new();

    [StoreFact]
    public async Task A_follow_up_is_stored_once_and_claimed_when_it_is_due()
    {
        CaseAction ban = (await RecordAsync(new BanAction(), new FlagAction()))[0];
        DateTimeOffset due = Now.AddHours(1);
        for (int i = 0; i < 2; i++)
            await Store.Outbox.FollowAsync(Sample.Guild, 1, [new FollowUp(TakeBack, due.AddMinutes(i), ban.Id)], default);
        CaseAction lift = (await ActionsAsync())[^1];
        Assert.Equal((TakeBack, due, ban.Id, 3), (lift.Action, lift.DueAt, lift.Cause, (await ActionsAsync()).Count));
        await EndAsync(ban, ActionState.Done);
        Factory.Time.Advance(TimeSpan.FromMinutes(59));
        await Store.Outbox.RenewAsync([(await ActionsAsync())[1].Id], default);
        Assert.Null(await Store.Outbox.ClaimAsync(Sample.Guild, 1, default));
        Factory.Time.Advance(TimeSpan.FromMinutes(1));
        await Store.Outbox.RenewAsync([(await ActionsAsync())[1].Id], default);
        Assert.Equal([lift.Id], (await Store.Outbox.ClaimAsync(Sample.Guild, 1, default))!.Claimed!);
    }

    [StoreFact]
    public async Task Asking_for_it_earlier_makes_it_due_and_one_that_is_done_stays_done()
    {
        CaseAction ban = (await RecordAsync(new BanAction()))[0];
        await Store.Outbox.FollowAsync(Sample.Guild, 1, [new FollowUp(TakeBack, Now.AddDays(7), ban.Id)], default);
        await Store.Outbox.FollowAsync(Sample.Guild, 1, [new FollowUp(TakeBack, Now, ban.Id)], default);
        CaseAction lift = (await ActionsAsync())[^1];
        Assert.Equal(Now, lift.DueAt);
        await EndAsync(lift, ActionState.Done);
        await Store.Outbox.FollowAsync(Sample.Guild, 1, [new FollowUp(TakeBack, Now, ban.Id)], default);
        Assert.Equal([ActionState.Pending, ActionState.Done], (await ActionsAsync()).Select(action => action.State));
    }

    [StoreFact]
    public async Task What_follows_from_nothing_done_is_dropped()
    {
        CaseAction ban = (await RecordAsync(new BanAction()))[0];
        await Store.Outbox.FollowAsync(Sample.Guild, 1, [new FollowUp(TakeBack, Now, ban.Id)], default);
        await Store.Outbox.DropFollowUpsAsync(ban.Id, "the ban failed", default);
        CaseAction lift = (await ActionsAsync())[^1];
        Assert.Equal((ActionState.Failed, "the ban failed"), (lift.State, lift.Detail));
    }

    [StoreFact]
    public async Task Only_what_nobody_works_on_is_cancelled()
    {
        CaseAction ban = (await RecordAsync(new BanAction()))[0];
        Assert.False(await Store.Outbox.CancelAsync(ban.Id, "overturned", default));
        Factory.Time.Advance(IActionOutbox.Lease);
        Assert.True(await Store.Outbox.CancelAsync(ban.Id, "overturned", default));
        Assert.Equal((ActionState.Failed, "overturned"), (await ActionsAsync())[0] is { } read ? (read.State, read.Detail) : default);
        Assert.False(await Store.Outbox.CancelAsync(ban.Id, "again", default));
    }

    [StoreFact]
    public async Task What_was_there_before_is_noted_once()
    {
        CaseAction slow = (await RecordAsync(new SlowmodeAction()))[0];
        Assert.Equal("0", await Store.Outbox.NoteAsync(slow.Id, "0", default));
        Assert.Equal("0", await Store.Outbox.NoteAsync(slow.Id, "30", default));
        await ReopenAsync();
        Assert.Equal("0", (await ActionsAsync())[0].Prior);
    }

    [StoreFact]
    public async Task What_was_done_stands_until_it_is_taken_back()
    {
        CaseAction first = (await RecordAsync(new BanAction()))[0];
        CaseAction second = (await RecordAsync(2, new BanAction { Duration = TimeSpan.FromDays(1) }))[0];
        Assert.Empty(await StandingAsync(Sample.Author));
        await EndAsync(first, ActionState.Done);
        await EndAsync(second, ActionState.Done);
        Assert.Equal([first.Id, second.Id], (await StandingAsync(Sample.Author)).Select(action => action.Id));
        Assert.Equal([first.Id, second.Id], (await StandingAsync(null)).Select(action => action.Id));
        Assert.Empty(await StandingAsync(new Snowflake(4711)));
        await Store.Outbox.FollowAsync(Sample.Guild, 1, [new FollowUp(TakeBack, Now, first.Id)], default);
        Assert.Equal(2, (await StandingAsync(Sample.Author)).Count);
        await EndAsync((await ActionsAsync())[^1], ActionState.Done);
        CaseAction left = Assert.Single(await StandingAsync(Sample.Author));
        Assert.Equal((second.Id, 2, second.Action), (left.Id, left.CaseNumber, left.Action));
    }

    [StoreFact]
    public async Task What_follows_from_a_review_is_stored_with_it_and_only_where_it_decides()
    {
        CaseAction ban = (await RecordAsync(new BanAction()))[0];
        FollowUp undo = new(TakeBack, Now, ban.Id);
        FollowUp tell = new(new NotifyAuthorAction(), Now, null);
        RecordedReview? decided = await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Overturned), [undo, tell], default);
        Assert.Equal([new BanAction(), TakeBack, new NotifyAuthorAction()], decided!.Case.Actions.Select(action => action.Action));
        RecordedReview? later = await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Overturned), [undo, tell], default);
        Assert.Equal(3, later!.Case.Actions.Count);
    }

    [StoreFact]
    public async Task A_members_messages_of_a_time_are_listed_newest_first()
    {
        DateTimeOffset at = Sample.Noon;
        for (uint i = 0; i < 5; i++)
        {
            Judgement judgement = Sample.Logged(1) with { PostedAt = at };
            await Log.RecordAsync(judgement with { Key = judgement.Key with { MessageId = Snowflake.At(at.AddSeconds(i), i) } }, default);
        }

        Snowflake[] Ids(params int[] seconds) => [.. seconds.Select(second => Snowflake.At(at.AddSeconds(second), (uint)second))];
        async Task<IEnumerable<Snowflake>> ListAsync(int from, int to, int limit) =>
            (await Log.ListMessagesAsync(Sample.Guild, Sample.Author, at.AddSeconds(from), at.AddSeconds(to), limit, default)).Select(message => message.MessageId);
        Assert.Equal(Ids(3, 2, 1), await ListAsync(1, 4, 10));
        Assert.Equal(Ids(4, 3), await ListAsync(0, 60, 2));
        Assert.Empty(await Log.ListMessagesAsync(Sample.OtherGuild, Sample.Author, at, at.AddMinutes(1), 10, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ListAsync(0, 1, 201));
    }

    private DateTimeOffset Now => Factory.Time.GetUtcNow();

    private Task<IReadOnlyList<CaseAction>> RecordAsync(params RuleAction[] actions) => RecordAsync(1, actions);

    private async Task<IReadOnlyList<CaseAction>> RecordAsync(ulong message, params RuleAction[] actions)
    {
        Judgement judgement = Sample.Deleted(message) with { JudgedAt = Now };
        return (await Log.RecordAsync(judgement with { Verdict = judgement.Verdict with { Actions = actions } }, default)).Case!.Actions;
    }

    private async Task<IReadOnlyList<CaseAction>> ActionsAsync() => (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions;

    private Task<IReadOnlyList<CaseAction>> StandingAsync(Snowflake? author) => Store.Outbox.ListStandingAsync(Sample.Guild, ActionKind.Ban, author, default);

    private Task EndAsync(CaseAction action, ActionState state) => Store.Outbox.EndAsync(new ActionEnd { ActionId = action.Id, State = state, Detail = "", At = Now }, default);
}
