using ModBot.Discord.Lanes;

namespace ModBot.Discord.Gateway;

/// <summary>What a shard needs to take up its session again. Written by the receive loop, read by the heartbeat and by who stores it.</summary>
internal sealed class ShardSession
{
    private static readonly Position None = new(null);
    private long _sequence = -1;
    private volatile Position _position = None;

    /// <summary>Another process may take it up, so the end of the run does not end it.</summary>
    public bool IsKept { get; init; }

    public string? Id => _position.Id;

    /// <summary>Null where the server named none: then the original address serves.</summary>
    public Uri? ResumeUrl => _position.ResumeUrl;

    /// <summary>The newest event that was handed on; null before the first.</summary>
    public long? Sequence => Volatile.Read(ref _sequence) is var number and >= 0 ? number : null;

    public bool CanResume => Id is not null && Sequence is not null;

    public void Begin(string? id, Uri? resumeUrl) => _position = new Position(string.IsNullOrEmpty(id) ? null : id) { ResumeUrl = resumeUrl };

    /// <summary>Takes up what another process had.</summary>
    public void Restore(string id, Uri? resumeUrl, long sequence)
    {
        Begin(id, resumeUrl);
        Note(sequence);
        NoteGiven(sequence);
    }

    /// <summary>Events may come out of order; the newest counts.</summary>
    public void Note(long sequence) => Volatile.Write(ref _sequence, Math.Max(sequence, Volatile.Read(ref _sequence)));

    /// <summary>What this event brought has been given to the lanes.</summary>
    public void NoteGiven(long sequence) => _position.Raise(sequence);

    /// <summary>What has been given to the lanes, for <see cref="EventMarks"/>.</summary>
    public SessionPoint Point(DateTimeOffset now)
    {
        Position position = _position;
        long given = position.Given;
        return given < 0 ? new SessionPoint(null, null, 0, now) : new SessionPoint(position.Id, position.ResumeUrl, given, now);
    }

    public void Forget()
    {
        _position = None;
        Volatile.Write(ref _sequence, -1);
    }

    /// <summary>The resume host does not answer: the original one is tried with the same session.</summary>
    public void ForgetResumeUrl() => _position.ResumeUrl = null;

    /// <summary>One session's, so that a number is never taken for another session's.</summary>
    private sealed class Position(string? id)
    {
        private long _given = -1;

        public string? Id => id;

        public Uri? ResumeUrl { get; set; }

        public long Given => Volatile.Read(ref _given);

        public void Raise(long sequence)
        {
            if (id is not null)
                Volatile.Write(ref _given, Math.Max(sequence, Volatile.Read(ref _given)));
        }
    }
}
