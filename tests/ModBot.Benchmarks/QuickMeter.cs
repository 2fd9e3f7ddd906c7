using System.Diagnostics;

namespace ModBot.Benchmarks;

/// <summary>Measures a hot loop in rounds: the median round tells time, the allocation counter tells bytes.</summary>
internal static class QuickMeter
{
    private const int Rounds = 25;
    private const int SingleCalls = 20_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(60);

    /// <summary>Microseconds of the median call and of the slowest hundredth, and bytes, each call timed alone.</summary>
    public static (double Median, double P99, double Bytes) MeasureTail(Action action)
    {
        (_, double bytes) = Measure(action);
        var times = new double[SingleCalls];
        for (int call = 0; call < SingleCalls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times[call] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return (times[SingleCalls / 2], times[SingleCalls * 99 / 100], bytes);
    }

    /// <summary>Microseconds of the median round and bytes, for one call.</summary>
    public static (double Median, double Bytes) Measure(Action action)
    {
        long started = Stopwatch.GetTimestamp();
        long calls = 0;
        while (Stopwatch.GetElapsedTime(started) < WarmUp)
        {
            action();
            calls++;
        }

        int perRound = (int)Math.Max(1, calls * Round.TotalSeconds / WarmUp.TotalSeconds);
        var times = new double[Rounds];
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < perRound; call++)
                action();
            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / perRound;
        }

        double bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / ((long)Rounds * perRound);
        Array.Sort(times);
        return (times[Rounds / 2], bytes);
    }
}
