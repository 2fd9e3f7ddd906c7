namespace ModBot.Sandbox.Rest;

/// <summary>The latest REST calls, oldest first, and counts by status over all time.</summary>
internal sealed class CallLog
{
    /// <summary>Calls kept.</summary>
    private const int Capacity = 5_000;

    private readonly Lock _gate = new();
    private readonly Queue<SandboxCall> _calls = new();
    private readonly SortedDictionary<int, long> _byStatus = [];

    public void Add(SandboxCall call)
    {
        lock (_gate)
        {
            _calls.Enqueue(call);
            if (_calls.Count > Capacity)
                _calls.Dequeue();
            _byStatus[call.Status] = _byStatus.GetValueOrDefault(call.Status) + 1;
        }
    }

    public IReadOnlyList<SandboxCall> Snapshot()
    {
        lock (_gate)
            return [.. _calls];
    }

    public IReadOnlyDictionary<int, long> ByStatus()
    {
        lock (_gate)
            return new Dictionary<int, long>(_byStatus);
    }
}
