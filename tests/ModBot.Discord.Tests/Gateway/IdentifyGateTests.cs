using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Discord.Gateway;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Gateway;

public sealed class IdentifyGateTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Shards_of_one_bucket_identify_five_seconds_apart_and_buckets_side_by_side()
    {
        IdentifyGate gate = Make(remaining: 1000, concurrency: 2);
        Task first = gate.EnterAsync(0, CancellationToken.None);
        Task other = gate.EnterAsync(1, CancellationToken.None);
        Task second = gate.EnterAsync(2, CancellationToken.None);
        Assert.True(first.IsCompleted && other.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        await Task.Yield();
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.3));
        await second.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Without_session_starts_left_nobody_identifies_until_there_are_new_ones()
    {
        IdentifyGate gate = Make(remaining: 0, concurrency: 1);
        Task waiting = gate.EnterAsync(0, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(59));
        await Task.Yield();
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(2));
        await waiting.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private IdentifyGate Make(int remaining, int concurrency)
    {
        var gate = new IdentifyGate(new OwnSlots(_time), "bot", _time, NullLogger.Instance);
        gate.Learn(new GatewayStart { Url = new Uri("ws://127.0.0.1/"), StartsRemaining = remaining, StartsResetAfter = TimeSpan.FromHours(1), MaxConcurrency = concurrency });
        return gate;
    }
}
