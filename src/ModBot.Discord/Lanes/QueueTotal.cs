namespace ModBot.Discord.Lanes;

/// <summary>Events that wait in all lanes of the process together.</summary>
internal sealed class QueueTotal(int limit)
{
    private int _queued;

    public int Queued => Volatile.Read(ref _queued);

    public bool IsFull => Queued >= limit;

    public void Count(int change) => Interlocked.Add(ref _queued, change);
}
