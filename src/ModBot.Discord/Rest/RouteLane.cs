namespace ModBot.Discord.Rest;

/// <summary>The requests of one route and major id, served in order. Holds its own bucket until the server names one.</summary>
internal sealed class RouteLane(string key, RateBucket bucket)
{
    public string Key { get; } = key;

    public FifoGate Gate { get; } = new();

    public RateBucket Bucket { get; set; } = bucket;

    /// <summary>Requests that hold or await it; guarded by the owner's lock.</summary>
    public int Users { get; set; }
}
