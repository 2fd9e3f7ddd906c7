namespace ModBot.Discord.Gateway;

/// <summary>
/// At most 120 payloads in 60 s and 4,096 bytes each, or Discord closes the connection (4008, 4002). A few are kept for
/// heartbeats, which count as well.
/// </summary>
internal sealed class SendBudget(TimeProvider time)
{
    public const int MostBytes = 4096;
    public const int MostPerMinute = 120;
    private const int KeptForHeartbeats = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Lock _lock = new();
    private readonly Queue<long> _sent = new();

    /// <summary>Refuses what the gateway would close the connection for.</summary>
    /// <exception cref="ArgumentException">The payload is too large.</exception>
    public static void Check(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MostBytes)
            throw new ArgumentException($"A gateway payload has {payload.Length} bytes; Discord takes at most {MostBytes}.", nameof(payload));
    }

    /// <summary>Takes a place and gives how long to wait before sending; zero for now.</summary>
    public TimeSpan Take(bool isHeartbeat)
    {
        int most = isHeartbeat ? MostPerMinute : MostPerMinute - KeptForHeartbeats;
        lock (_lock)
        {
            long now = time.GetTimestamp();
            while (_sent.TryPeek(out long oldest) && time.GetElapsedTime(oldest, now) >= Window)
                _sent.Dequeue();
            if (_sent.Count < most)
            {
                _sent.Enqueue(now);
                return TimeSpan.Zero;
            }

            return Window - time.GetElapsedTime(_sent.ElementAt(_sent.Count - most), now);
        }
    }
}
