namespace ModBot.Dashboard.Exports;

/// <summary>How far an export has come. Written by one request, read by another.</summary>
internal sealed class ExportProgress
{
    private long written;
    private int state;

    public long Written => Interlocked.Read(ref written);

    public bool IsDone => Volatile.Read(ref state) == 1;

    public bool HasFailed => Volatile.Read(ref state) == 2;

    public void Add(int cases) => Interlocked.Add(ref written, cases);

    public void End(bool whole) => Interlocked.CompareExchange(ref state, whole ? 1 : 2, 0);
}
