using ModBot.Core.Messages;

namespace ModBot.Sandbox.Gateway;

/// <summary>What outlives a connection: intents, shard, the sequence and the dispatches that a resume replays. Used under the world's gate.</summary>
internal sealed class GatewaySession(string id, GatewayIntents intents, int shard, int shards, int replayCapacity)
{
    private readonly Queue<(long Sequence, string Name, byte[] Data)> _replay = new();

    public string Id => id;

    public GatewayIntents Intents => intents;

    public int Shard => shard;

    public int Shards => shards;

    public long Sequence { get; private set; }

    /// <summary>Null while nobody is connected.</summary>
    public GatewayConnection? Connection { get; set; }

    public DateTimeOffset? DisconnectedAt { get; set; }

    /// <summary>Whether the guild's events belong to this shard.</summary>
    public bool Covers(Snowflake guildId) => (int)((guildId.Value >> 22) % (ulong)shards) == shard;

    /// <summary>Numbers a dispatch, keeps it for a resume and sends it where somebody is connected.</summary>
    public void Dispatch(string name, byte[] data)
    {
        Sequence++;
        _replay.Enqueue((Sequence, name, data));
        if (_replay.Count > replayCapacity)
            _replay.Dequeue();
        Connection?.Send(GatewayFrame.Dispatch(name, Sequence, data));
    }

    /// <summary>Whether everything after that sequence is still there.</summary>
    public bool CanReplayFrom(long sequence) =>
        sequence == Sequence || (_replay.TryPeek(out var oldest) && oldest.Sequence <= sequence + 1);

    /// <summary>Sends everything after that sequence again, in order.</summary>
    public int Replay(long sequence)
    {
        int sent = 0;
        foreach ((long number, string name, byte[] data) in _replay)
        {
            if (number <= sequence)
                continue;
            Connection?.Send(GatewayFrame.Dispatch(name, number, data));
            sent++;
        }

        return sent;
    }
}
