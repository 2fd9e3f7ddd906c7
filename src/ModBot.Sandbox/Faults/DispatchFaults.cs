namespace ModBot.Sandbox.Faults;

/// <summary>Which dispatches are doubled or swapped with the next.</summary>
internal sealed class DispatchFaults
{
    public int DuplicateEvery { get; set; }

    public int ReorderEvery { get; set; }
}
