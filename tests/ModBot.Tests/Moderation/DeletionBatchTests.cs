using System.Collections.Concurrent;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

public sealed class DeletionBatchTests
{
    private static readonly Snowflake Guild = new(1);
    private static readonly Snowflake Channel = new(2);

    [Fact]
    public async Task What_is_asked_for_while_a_call_is_under_way_goes_with_the_next()
    {
        var platform = new RecordingPlatform { Gate = new SemaphoreSlim(0) };
        var batches = new DeletionBatches(platform, TimeProvider.System);
        Task<ActionOutcome> first = batches.DeleteAsync(Guild, Channel, [new Snowflake(10)], "case 1", default);
        Task<ActionOutcome>[] others = [.. Enumerable.Range(11, 5).Select(id => batches.DeleteAsync(Guild, Channel, [new Snowflake((ulong)id)], $"case {id}", default))];
        Task<ActionOutcome> elsewhere = batches.DeleteAsync(Guild, new Snowflake(3), [new Snowflake(20), new Snowflake(21)], "case 20", default);
        platform.Gate.Release(3);
        Assert.All(await Task.WhenAll([first, elsewhere, .. others]), outcome => Assert.True(outcome.IsDone));
        Assert.Equal(["bulk-delete 2/11,12,13,14,15", "bulk-delete 3/20,21", "delete 2/10"], platform.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Everybody_who_asked_learns_how_it_ended()
    {
        var platform = new RecordingPlatform { Gate = new SemaphoreSlim(0) };
        platform.Answers["bulk-delete"] = new ActionOutcome(OutcomeKind.Forbidden, "no");
        var batches = new DeletionBatches(platform, TimeProvider.System);
        Task<ActionOutcome>[] all = [.. Enumerable.Range(1, 3).Select(id => batches.DeleteAsync(Guild, Channel, [new Snowflake((ulong)id)], "case", default))];
        platform.Gate.Release(2);
        Assert.Equal([OutcomeKind.Done, OutcomeKind.Forbidden, OutcomeKind.Forbidden], (await Task.WhenAll(all)).Select(outcome => outcome.Kind));
        platform.Gate.Release();
        Assert.True((await batches.DeleteAsync(Guild, Channel, [new Snowflake(9)], "case", default)).IsDone);
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_ask_at_once()
    {
        var platform = new RecordingPlatform();
        var batches = new DeletionBatches(platform, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(1, 400).Select(id => Task.Run(() => batches.DeleteAsync(Guild, new Snowflake((ulong)(id % 40)), [new Snowflake((ulong)(id + 1_000))], "case", default))));
        IEnumerable<string> deleted = platform.Calls.SelectMany(call => call.Split('/')[1].Split(','));
        Assert.Equal(Enumerable.Range(1_001, 400).Select(id => $"{id}"), deleted.Order(StringComparer.Ordinal));
    }
}
