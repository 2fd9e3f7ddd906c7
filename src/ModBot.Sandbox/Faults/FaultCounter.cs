namespace ModBot.Sandbox.Faults;

/// <summary>A number of times that something is still to go wrong.</summary>
internal sealed class FaultCounter
{
    private int _left;

    public int Left => Volatile.Read(ref _left);

    public void Set(int times) => Volatile.Write(ref _left, Math.Max(0, times));

    /// <summary>Uses one up; false where none is left.</summary>
    public bool Take()
    {
        int left;
        do
        {
            left = Volatile.Read(ref _left);
            if (left <= 0)
                return false;
        }
        while (Interlocked.CompareExchange(ref _left, left - 1, left) != left);
        return true;
    }
}
