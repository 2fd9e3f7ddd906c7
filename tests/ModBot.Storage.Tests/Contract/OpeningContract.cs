using ModBot.Core.Cases;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Any number of processes may open one database at once.</summary>
public abstract class OpeningContract(StoreFactory factory) : StoreContract(factory)
{
    [StoreFact]
    public async Task Many_processes_create_one_database_at_once()
    {
        OpenStore[] stores = [.. Enumerable.Range(0, 12).Select(_ => Factory.Create())];
        await Task.WhenAll(stores.Select(store => Task.Run(() => store.Storage.OpenAsync(default))));
        RecordedJudgement[] recorded = await Task.WhenAll(stores.Select((store, index) => store.Log.RecordAsync(Sample.Deleted((ulong)index), default)));
        Assert.Equal(Enumerable.Range(1, 12).Select(number => (long)number), recorded.Select(judgement => judgement.Case!.Number).Order());
        foreach (OpenStore store in stores)
            await store.DisposeAsync();
    }

    [StoreFact]
    public async Task Opening_twice_is_opening_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.Storage.OpenAsync(default))));
        Assert.True((await Log.RecordAsync(Sample.Deleted(1), default)).IsNew);
    }

    [StoreFact]
    public async Task One_process_sees_what_another_stored()
    {
        await using OpenStore other = Factory.Create();
        await Log.RecordAsync(Sample.Deleted(1), default);
        Assert.True(await other.Log.IsJudgedAsync(Sample.Key(1), default));
        Assert.False((await other.Log.RecordAsync(Sample.Deleted(1), default)).IsNew);
    }
}
