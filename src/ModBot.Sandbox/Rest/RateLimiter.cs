using System.Security.Cryptography;
using System.Text;

namespace ModBot.Sandbox.Rest;

/// <summary>Counts requests by bucket and major parameter, and over all routes, in windows that open with their first request.</summary>
internal sealed class RateLimiter(SandboxLimits limits, TimeProvider time)
{
    /// <summary>Windows kept before closed ones are swept.</summary>
    private const int SweepAt = 4_096;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Bucket, string Major), Window> _windows = [];
    private Window _global = new(default);

    public bool Enabled => limits.Enabled;

    /// <summary>Counts a request; the answer says whether it may pass.</summary>
    public RateLimitState Take(RouteBucket bucket, string major, bool countsGlobally)
    {
        RateLimit size = limits.Buckets.GetValueOrDefault(bucket.Name) ?? bucket.Usual;
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            if (countsGlobally && !Count(ref _global, limits.GlobalPerSecond, TimeSpan.FromSeconds(1), now))
                return new RateLimitState(false, true, limits.GlobalPerSecond, 0, _global.Ends, Hash(bucket.Name));
            if (_windows.Count > SweepAt)
                Sweep(now);
            Window window = _windows.GetValueOrDefault((bucket.Name, major));
            bool passes = Count(ref window, size.Requests, size.Window, now);
            _windows[(bucket.Name, major)] = window;
            return new RateLimitState(passes, false, size.Requests, Math.Max(0, size.Requests - window.Used), window.Ends, Hash(bucket.Name));
        }
    }

    private static bool Count(ref Window window, int requests, TimeSpan length, DateTimeOffset now)
    {
        if (now >= window.Ends)
            window = new Window(now + length);
        if (window.Used >= requests)
            return false;
        window = window with { Used = window.Used + 1 };
        return true;
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach ((string, string) key in _windows.Where(w => w.Value.Ends <= now).Select(w => w.Key).ToArray())
            _windows.Remove(key);
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private readonly record struct Window(DateTimeOffset Ends, int Used = 0);
}
