using System.Globalization;
using System.Net.Http.Headers;

namespace ModBot.Discord.Rest;

/// <summary>
/// All lanes and buckets. Which routes share a bucket is learnt from the responses; servers without the headers work, held
/// back by the global limit alone. Bounded: what nobody uses any more is dropped.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int SweepAt = 4096;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RouteLane> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RateBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private int _sweepAt = SweepAt;

    /// <summary>Finds or makes the lane; give it back with <see cref="Return"/>.</summary>
    public RouteLane Rent(HttpMethod method, RestRoute route)
    {
        string kind = Kind(method, route);
        string key = $"{kind}:{route.Major}";
        lock (_lock)
        {
            if (!_lanes.TryGetValue(key, out RouteLane? lane))
            {
                if (_lanes.Count >= _sweepAt)
                    Sweep();
                RateBucket bucket = _hashes.TryGetValue(kind, out string? hash) ? BucketOf(hash, route) : new RateBucket(time);
                _lanes[key] = lane = new RouteLane(key, bucket);
            }

            lane.Users++;
            return lane;
        }
    }

    public void Return(RouteLane lane)
    {
        lock (_lock)
            lane.Users--;
    }

    /// <summary>Takes over what the headers say.</summary>
    public void Learn(RouteLane lane, HttpMethod method, RestRoute route, HttpResponseHeaders headers)
    {
        if (First(headers, "X-RateLimit-Bucket") is { Length: > 0 and <= 128 } hash)
        {
            lock (_lock)
            {
                _hashes[Kind(method, route)] = hash;
                lane.Bucket = BucketOf(hash, route);
            }
        }

        if (Number(headers, "X-RateLimit-Remaining") is { } remaining && ResetsAfter(headers) is { } after)
            lane.Bucket.Learn((int)Math.Clamp(remaining, 0, 1_000_000), after);
    }

    public static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    public static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(First(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    /// <summary>Bounds what a server may ask to wait: a day.</summary>
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));

    private static string Kind(HttpMethod method, RestRoute route) => $"{method.Method} {route.Template}";

    private TimeSpan? ResetsAfter(HttpResponseHeaders headers)
    {
        if (Number(headers, "X-RateLimit-Reset-After") is { } after)
            return Seconds(after);
        if (Number(headers, "X-RateLimit-Reset") is { } epoch)
            return Seconds(epoch - (time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0));
        return null;
    }

    private RateBucket BucketOf(string hash, RestRoute route)
    {
        string key = $"{hash}:{route.Major}";
        if (!_buckets.TryGetValue(key, out RateBucket? bucket))
            _buckets[key] = bucket = new RateBucket(time);
        return bucket;
    }

    private void Sweep()
    {
        foreach (RouteLane lane in _lanes.Values.Where(lane => lane.Users == 0 && lane.Bucket.IsFresh).ToList())
            _lanes.Remove(lane.Key);
        HashSet<RateBucket> used = [.. _lanes.Values.Select(lane => lane.Bucket)];
        foreach (string key in _buckets.Where(entry => !used.Contains(entry.Value)).Select(entry => entry.Key).ToList())
            _buckets.Remove(key);
        // Where nothing could go, the next sweep waits for twice as many: no sweep for every request.
        _sweepAt = Math.Max(SweepAt, _lanes.Count * 2);
    }
}
