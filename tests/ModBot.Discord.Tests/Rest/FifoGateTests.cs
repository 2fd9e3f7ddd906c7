using ModBot.Discord.Rest;

namespace ModBot.Discord.Tests.Rest;

public sealed class FifoGateTests
{
    [Fact]
    public async Task Turns_come_in_the_order_of_asking()
    {
        var gate = new FifoGate();
        FifoGate.Turn first = await gate.EnterAsync(CancellationToken.None);
        List<int> order = [];
        List<Task> waiting = [];
        for (int i = 0; i < 50; i++)
            waiting.Add(EnterAsync(gate, i, order));
        Assert.Equal(50, gate.Waiting);
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_hold_the_others_up()
    {
        var gate = new FifoGate();
        FifoGate.Turn first = await gate.EnterAsync(CancellationToken.None);
        using var giveUp = new CancellationTokenSource();
        Task gone = gate.EnterAsync(giveUp.Token).AsTask();
        Task next = gate.EnterAsync(CancellationToken.None).AsTask();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        first.Dispose();
        await next.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static async Task EnterAsync(FifoGate gate, int number, List<int> order)
    {
        using FifoGate.Turn turn = await gate.EnterAsync(CancellationToken.None);
        order.Add(number);
    }
}
