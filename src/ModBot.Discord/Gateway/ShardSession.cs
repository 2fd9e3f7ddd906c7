namespace ModBot.Discord.Gateway;

/// <summary>What a shard needs to take up its session again. Written by the receive loop, read by the heartbeat.</summary>
internal sealed class ShardSession
{
    private long _sequence = -1;

    public string? Id { get; private set; }

    /// <summary>Null where the server named none: then the original address serves.</summary>
    public Uri? ResumeUrl { get; private set; }

    /// <summary>The newest event that was handed on; null before the first.</summary>
    public long? Sequence => Volatile.Read(ref _sequence) is var number and >= 0 ? number : null;

    public bool CanResume => Id is not null && Sequence is not null;

    public void Begin(string? id, Uri? resumeUrl)
    {
        Id = string.IsNullOrEmpty(id) ? null : id;
        ResumeUrl = resumeUrl;
    }

    /// <summary>Events may come out of order; the newest counts.</summary>
    public void Note(long sequence) => Volatile.Write(ref _sequence, Math.Max(sequence, Volatile.Read(ref _sequence)));

    public void Forget()
    {
        Id = null;
        ResumeUrl = null;
        Volatile.Write(ref _sequence, -1);
    }

    /// <summary>The resume host does not answer: the original one is tried with the same session.</summary>
    public void ForgetResumeUrl() => ResumeUrl = null;
}
