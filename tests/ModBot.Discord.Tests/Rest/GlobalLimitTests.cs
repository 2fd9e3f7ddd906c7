using ModBot.Discord.Rest;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Rest;

public sealed class GlobalLimitTests
{
    [Fact]
    public async Task The_fifty_first_request_waits_for_the_second_to_pass()
    {
        var time = new ManualTimeProvider();
        var limit = new GlobalLimit(time);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < GlobalLimit.PerSecond; i++)
                Assert.True(limit.EnterAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully);
            Task next = limit.EnterAsync(CancellationToken.None).AsTask();
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.False(next.IsCompleted);
            await time.DriveAsync(next);
            time.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task A_longer_pause_wins_over_a_shorter_one()
    {
        var time = new ManualTimeProvider();
        var limit = new GlobalLimit(time);
        limit.Pause(TimeSpan.FromSeconds(5));
        limit.Pause(TimeSpan.FromSeconds(1));
        DateTimeOffset start = time.GetUtcNow();
        await time.DriveAsync(limit.EnterAsync(CancellationToken.None).AsTask());
        Assert.Equal(5, (time.GetUtcNow() - start).TotalSeconds, 0.1);
    }
}
