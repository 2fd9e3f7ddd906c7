using ModBot.Core.Cases;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Counters decay, never fall below 0, and are changed once for each action.</summary>
public abstract class CounterContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly CounterSpec Heat = new() { Name = "heat", Decay = 2, Every = TimeSpan.FromHours(1) };

    private ICounterStore Counters => Store.Get<ICounterStore>();

    [StoreFact]
    public async Task Additions_pile_up_and_decay_in_between()
    {
        Assert.Equal((5, 0), await Counters.ChangeAsync(Add(5), default));
        Assert.Equal((7, 4), await Counters.ChangeAsync(Add(3, minutes: 30), default));
        Assert.Equal((0, 7), await Counters.ChangeAsync(Add(-20, minutes: 30), default));
        Assert.Equal((1, 0), await Counters.ChangeAsync(Add(1, minutes: 600), default));
        await ReopenAsync();
        CounterReading read = Assert.Single(await Counters.ReadAsync(Sample.Guild, [Sample.Author, Sample.Guild], default));
        Assert.Equal((Key(), 1, Sample.Noon.AddMinutes(600)), (read.Key, read.Value, read.At));
    }

    [StoreFact]
    public async Task A_counter_is_set_whatever_it_was()
    {
        await Counters.ChangeAsync(Add(5), default);
        Assert.Equal((40, 5), await Counters.ChangeAsync(Add(0) with { Set = 40 }, default));
    }

    [StoreFact]
    public async Task An_action_changes_a_counter_once()
    {
        CaseAction action = (await Log.RecordAsync(Sample.Deleted(1), default)).Case!.Actions[0];
        await Counters.ChangeAsync(Add(1), default);
        Assert.Equal((3, 1), await Counters.ChangeAsync(Add(2) with { ActionId = action.Id }, default));
        Assert.Equal((3, null), await Counters.ChangeAsync(Add(2) with { ActionId = action.Id }, default));
    }

    [StoreFact]
    public async Task Subjects_and_names_are_apart_and_are_reset_by_name_or_all()
    {
        await Counters.ChangeAsync(Add(1), default);
        await Counters.ChangeAsync(Add(2) with { Key = Key() with { Name = "links" } }, default);
        await Counters.ChangeAsync(Add(4) with { Key = Key() with { Subject = Sample.Guild } }, default);
        Assert.Equal(1, await Counters.ResetAsync(Sample.Guild, Sample.Author, "links", default));
        Assert.Equal(0, await Counters.ResetAsync(Sample.Guild, Sample.Author, "links", default));
        Assert.Equal(1, await Counters.ResetAsync(Sample.Guild, Sample.Author, null, default));
        Assert.Equal(4, Assert.Single(await Counters.ReadAsync(Sample.Guild, [Sample.Author, Sample.Guild], default)).Value);
        Assert.Empty(await Counters.ReadAsync(Sample.Guild, [], default));
    }

    [StoreFact]
    public async Task Many_at_once_lose_none()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Counters.ChangeAsync(Add(1) with { Spec = Heat with { Decay = 0 } }, default)));
        Assert.Equal(40, Assert.Single(await Counters.ReadAsync(Sample.Guild, [Sample.Author], default)).Value);
    }

    private static CounterKey Key() => new(Sample.Guild, "heat", Sample.Author);

    private static CounterChange Add(double amount, int minutes = 0) => new() { Key = Key(), Spec = Heat, At = Sample.Noon.AddMinutes(minutes), Add = amount };
}
