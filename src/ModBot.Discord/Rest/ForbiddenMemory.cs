namespace ModBot.Discord.Rest;

/// <summary>
/// Remembers for half a minute that a kind of call is not allowed in a channel (missing access or permissions), so that a
/// thousand messages do not make a thousand refused calls.
/// </summary>
internal sealed class ForbiddenMemory(TimeProvider time)
{
    public static readonly TimeSpan Span = TimeSpan.FromSeconds(30);
    private const int Capacity = 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long At, RestReply Reply)> _known = new(StringComparer.Ordinal);

    public RestReply? Find(string lane)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(lane, out (long At, RestReply Reply) entry))
                return null;
            if (time.GetElapsedTime(entry.At) < Span)
                return entry.Reply;
            _known.Remove(lane);
            return null;
        }
    }

    public void Note(string lane, RestRoute route, RestReply reply)
    {
        bool isOfChannel = route.Template.StartsWith("channels/", StringComparison.Ordinal);
        if (!isOfChannel || reply.Status != 403 || reply.Code is not (50001 or 50013))
            return;
        lock (_lock)
        {
            if (_known.Count >= Capacity)
                _known.Clear();
            _known[lane] = (time.GetTimestamp(), reply);
        }
    }
}
