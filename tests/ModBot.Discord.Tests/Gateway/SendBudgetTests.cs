using ModBot.Discord.Gateway;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Gateway;

public sealed class SendBudgetTests
{
    [Fact]
    public void A_minute_takes_115_payloads_and_leaves_room_for_heartbeats()
    {
        var time = new ManualTimeProvider();
        var budget = new SendBudget(time);
        for (int i = 0; i < 115; i++)
            Assert.Equal(TimeSpan.Zero, budget.Take(isHeartbeat: false));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(50), budget.Take(isHeartbeat: false));
        for (int i = 0; i < 5; i++)
            Assert.Equal(TimeSpan.Zero, budget.Take(isHeartbeat: true));
        Assert.NotEqual(TimeSpan.Zero, budget.Take(isHeartbeat: true));
        time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(TimeSpan.Zero, budget.Take(isHeartbeat: false));
    }

    [Fact]
    public void Oversized_payloads_are_refused_with_both_sizes_named()
    {
        SendBudget.Check(new byte[4096]);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => SendBudget.Check(new byte[4097]));
        Assert.Contains("4097", exception.Message, StringComparison.Ordinal);
        Assert.Contains("4096", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_identify_fits()
    {
        var options = new DiscordOptions { Token = new string('x', 100), Presence = new string('\u20AC', 128) };
        SendBudget.Check(GatewayPayloads.Identify(options, 16_383, 16_384));
    }
}
