using System.Diagnostics;

namespace ModBot.Benchmarks;

/// <summary>What a received event and a known guild cost.</summary>
internal static class GatewayFigures
{
    /// <summary>Below the client's queue for one guild, so that no gap is ever recorded.</summary>
    private const int Batch = 256;

    private const int Batches = 400;
    private const double Mebi = 1024 * 1024;

    public static IEnumerable<Figure> Measure()
    {
        (double cpu, double bytes) = MeasureMessages();
        yield return new Figure("gateway.messageCreate.cpu", cpu, "us", 5);
        yield return new Figure("gateway.messageCreate.allocated", bytes, "B", 2_048);
        yield return new Figure("gateway.heap.1000guilds.1000members", MeasureHeap(1_000, 1_000), "MB", 20);
        yield return new Figure("gateway.heap.10000guilds.idle", MeasureHeap(10_000, 1), "MB", 60);
    }

    /// <summary>CPU time of the whole process for one event from frame to handler, the median of rounds, and bytes.</summary>
    private static (double Cpu, double Bytes) MeasureMessages()
    {
        using var stage = new GatewayStage();
        stage.FeedAndWait(GatewayFrames.GuildCreate(0, 5), 1);
        byte[] frame = GatewayFrames.Message();
        for (int i = 0; i < Batches; i++)
            stage.FeedAndWait(frame, Batch);
        var rounds = new double[9];
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var process = Process.GetCurrentProcess();
        for (int round = 0; round < rounds.Length; round++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            for (int i = 0; i < Batches; i++)
                stage.FeedAndWait(frame, Batch);
            process.Refresh();
            rounds[round] = (process.TotalProcessorTime - before).TotalMicroseconds / (Batches * Batch);
        }

        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / (rounds.Length * Batches * Batch);
        Array.Sort(rounds);
        return (rounds[rounds.Length / 2], bytes);
    }

    /// <summary>Managed heap after a full collection that so many guilds add.</summary>
    private static double MeasureHeap(int guilds, int members)
    {
        using var stage = new GatewayStage();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < guilds; i++)
            stage.FeedAndWait(GatewayFrames.GuildCreate(i, members), 1);
        double heap = (GC.GetTotalMemory(forceFullCollection: true) - before) / Mebi;
        GC.KeepAlive(stage);
        return heap;
    }
}
