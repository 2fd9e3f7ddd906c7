namespace ModBot.Discord.Rest;

/// <summary>
/// Counts 401, 403 and 429 of the last ten minutes. At 10,000 Discord bans the address for a while; this stops at a tenth.
/// </summary>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    public const int Limit = 1000;
    private const int Minutes = 10;
    private readonly Lock _lock = new();
    private readonly int[] _counts = new int[Minutes];
    private long _minute;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                Advance();
                return _counts.Sum();
            }
        }
    }

    public bool IsClosed => Count >= Limit;

    public void Add()
    {
        lock (_lock)
        {
            Advance();
            _counts[_minute % Minutes]++;
        }
    }

    private void Advance()
    {
        long now = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (now - _minute >= Minutes || now < _minute)
            Array.Clear(_counts);
        else
            for (long minute = _minute + 1; minute <= now; minute++)
                _counts[minute % Minutes] = 0;
        _minute = now;
    }
}
