namespace ModBot.Discord.Gateway;

/// <summary>Growing pauses with jitter between attempts: a second, doubling, at most a minute.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="failures">Failures in a row so far; 0 for none.</param>
    /// <param name="random">For the jitter: half to all of the pause.</param>
    public static TimeSpan After(int failures, Random random)
    {
        if (failures <= 0)
            return TimeSpan.FromMilliseconds(random.NextDouble() * 500);
        double seconds = Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 10)));
        return TimeSpan.FromSeconds(seconds * (0.5 + (random.NextDouble() / 2)));
    }

    /// <summary>What Discord asks for before a new session after an invalid one: 1 to 5 s.</summary>
    public static TimeSpan AfterInvalidSession(Random random) => TimeSpan.FromSeconds(1 + (random.NextDouble() * 4));
}
