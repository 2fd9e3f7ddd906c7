using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Each shard's progress is kept as it was saved last.</summary>
public abstract class ShardProgressContract(StoreFactory factory) : StoreContract(factory)
{
    private IShardProgressStore Progress => Store.Get<IShardProgressStore>();

    [StoreFact]
    public async Task Saved_progress_comes_back_to_the_next_process()
    {
        ShardProgress first = new() { Bot = "a", Shard = 0, Total = 2, SessionId = "s'1", ResumeUrl = "wss://example.org/?a=1", Sequence = long.MaxValue, HandledThrough = Sample.Noon };
        ShardProgress second = new() { Bot = "a", Shard = 1, Total = 2, HandledThrough = Sample.Noon };
        await Progress.SaveAsync([second, first with { Sequence = 4 }], default);
        await Progress.SaveAsync([first], default);
        await ReopenAsync();
        Assert.Equal(first, await Progress.LoadAsync("a", 0, 2, default));
        Assert.Equal(second, await Progress.LoadAsync("a", 1, 2, default));
    }

    [StoreFact]
    public async Task Another_bot_or_another_number_of_shards_has_none()
    {
        await Progress.SaveAsync([new ShardProgress { Bot = "a", Shard = 0, Total = 2, HandledThrough = Sample.Noon }], default);
        Assert.Null(await Progress.LoadAsync("b", 0, 2, default));
        Assert.Null(await Progress.LoadAsync("a", 0, 3, default));
        Assert.Null(await Progress.LoadAsync("a", 1, 2, default));
    }
}
