using System.Diagnostics;
using System.Globalization;
using Discord;
using ModBot.Benchmarks;

namespace ModBot.DiscordNet.Tests.Comparison;

/// <summary>
/// Both clients in one run: the same frames from memory, one thread feeding, up to the bot's handler. Time is the process's CPU time
/// in the best round, which other programs on the machine disturb least.
/// </summary>
internal static class ClientComparison
{
    public const string Verb = "compare-clients";

    /// <summary>Below the queue for one guild, so that no gap is ever recorded.</summary>
    private const int Batch = 256;

    private const int Batches = 40;
    private const int WarmUps = 3;
    private const int Rounds = 15;
    private const int Guilds = 1_000;
    private const int Members = 1_000;
    private const double Mebi = 1024 * 1024;

    public static async Task<int> RunAsync(TextWriter output)
    {
        ClientFigures builtIn = await MeasureAsync(_ => Task.FromResult<IFedClient>(new BuiltInFedClient()));
        ClientFigures discordNet = await MeasureAsync(async guilds => await DiscordNetFedClient.StartAsync(guilds));
        Row("", "built-in", $"Discord.Net {DiscordConfig.Version}");
        Row("events a CPU second", Whole(1e6 / builtIn.Cpu), Whole(1e6 / discordNet.Cpu));
        Row("CPU an event, µs", Tenths(builtIn.Cpu), Tenths(discordNet.Cpu));
        Row("allocated an event, bytes", Whole(builtIn.Bytes), Whole(discordNet.Bytes));
        Row("heap, 1,000 guilds × 1,000 members, MB", Tenths(builtIn.Heap), Tenths(discordNet.Heap));
        return 0;

        void Row(string name, string first, string second) => output.WriteLine($"{name,-40}{first,14}{second,20}");
    }

    private static async Task<ClientFigures> MeasureAsync(Func<int, Task<IFedClient>> start)
    {
        (double cpu, double bytes) = await MeasureMessagesAsync(start);
        return new ClientFigures(cpu, bytes, await MeasureHeapAsync(start));
    }

    private static async Task<(double Cpu, double Bytes)> MeasureMessagesAsync(Func<int, Task<IFedClient>> start)
    {
        await using IFedClient client = await start(1);
        await client.FeedAndWaitAsync(GatewayFrames.GuildCreate(0, 5), 1);
        byte[] frame = GatewayFrames.Message();
        for (int i = 0; i < WarmUps * Batches; i++)
            await client.FeedAndWaitAsync(frame, Batch);

        double best = double.MaxValue;
        using var process = Process.GetCurrentProcess();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (int round = 0; round < Rounds; round++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            for (int i = 0; i < Batches; i++)
                await client.FeedAndWaitAsync(frame, Batch);
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalMicroseconds / (Batches * Batch));
        }

        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / (Rounds * Batches * Batch);
        return (best, bytes);
    }

    /// <summary>Managed heap after a full collection that the guilds add.</summary>
    private static async Task<double> MeasureHeapAsync(Func<int, Task<IFedClient>> start)
    {
        await using IFedClient client = await start(Guilds);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Guilds; i++)
            await client.FeedAndWaitAsync(GatewayFrames.GuildCreate(i, Members), 1);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / Mebi;
    }

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Tenths(double value) => value.ToString("N1", CultureInfo.InvariantCulture);

    private sealed record ClientFigures(double Cpu, double Bytes, double Heap);
}
