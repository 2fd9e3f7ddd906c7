using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Faults;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Gateway;

/// <summary>All sessions and connections: takes what the world publishes to those who may have it, and answers what clients send.</summary>
internal sealed class GatewayHub(WorldState world, SandboxOptions options)
{
    /// <summary>Sessions kept; the one that is longest without a connection goes first.</summary>
    private const int MaxSessions = 256;

    private static readonly TimeSpan ReconnectGrace = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private readonly HashSet<GatewayConnection> _connections = [];
    private readonly IdentifyQuota _quota = new(options);
    private readonly DispatchLane _lane = new(world);
    private SandboxFaults? _faults;

    public TimeProvider Time => options.Time;

    public Lock Gate => world.Gate;

    public TimeSpan SilenceAllowed => options.HeartbeatInterval * 1.5;

    public IdentifyQuota Quota => _quota;

    /// <summary>The bot's presence as it last told it; null before.</summary>
    public JsonObject? Presence { get; private set; }

    /// <summary>Told after a client came or went.</summary>
    public Action ConnectionsChanged { get; set; } = static () => { };

    public int Connected => _sessions.Values.Count(s => s.Connection is not null);

    public SandboxFaults Faults => _faults ??= new SandboxFaults(this, _lane.Faults);

    public Uri GatewayUrl => new UriBuilder(world.Address) { Scheme = "ws" }.Uri;

    /// <summary>A path of its own, so that its handshakes can be made to fail.</summary>
    public Uri ResumeUrl => new UriBuilder(world.Address) { Scheme = "ws", Path = "/resume" }.Uri;

    public void Enter(GatewayConnection connection)
    {
        lock (Gate)
            _connections.Add(connection);
        connection.Send(GatewayOpcode.Hello, new JsonObject
        {
            ["heartbeat_interval"] = (long)options.HeartbeatInterval.TotalMilliseconds,
            ["_trace"] = new JsonArray("[\"sandbox\",{}]"),
        });
    }

    public void Leave(GatewayConnection connection)
    {
        lock (Gate)
        {
            _connections.Remove(connection);
            if (connection.Session is { } session && session.Connection == connection)
            {
                session.Connection = null;
                session.DisconnectedAt = Time.GetUtcNow();
                if (connection.ClientCloseCode is 1000 or 1001)
                    _sessions.Remove(session.Id);
            }
        }

        ConnectionsChanged();
    }

    /// <summary>Forgets a session; called under the gate.</summary>
    public void Forget(GatewaySession? session)
    {
        if (session is not null)
            _sessions.Remove(session.Id);
    }

    /// <summary>Waits as long as the fault menu asks before a frame.</summary>
    public Task DelayFrameAsync(CancellationToken cancellationToken) =>
        Faults.GatewayDelay is { Ticks: > 0 } delay ? Task.Delay(delay, Time, cancellationToken) : Task.CompletedTask;

    /// <summary>Sends what happened to every session that may have it. Called under the gate.</summary>
    public void Publish(WorldEvent happening)
    {
        if (!happening.ForGateway || _sessions.Count == 0 || !BotSees(happening))
            return;
        byte[]? full = null, stripped = null;
        foreach (GatewaySession session in _sessions.Values)
        {
            bool wanted = happening.Intents == GatewayIntents.None || (session.Intents & happening.Intents) != GatewayIntents.None;
            bool covered = happening.GuildId is { } guildId ? session.Covers(guildId) : session.Shard == 0;
            if (!wanted || !covered)
                continue;
            bool strip = happening.CarriesContent && !session.Intents.HasFlag(GatewayIntents.MessageContent);
            _lane.Send(session, happening.Name, strip ? stripped ??= Stripped(happening) : full ??= JsonText.Bytes(happening.Payload));
        }
    }

    /// <summary>Handles what a client sent; an answer other than null closes the connection.</summary>
    public GatewayRefusal? Receive(GatewayConnection connection, int op, JsonNode? data)
    {
        lock (Gate)
        {
            switch (op)
            {
                case GatewayOpcode.Heartbeat:
                    connection.HeartbeatSeen();
                    if (!Faults.StopAcks)
                        connection.Send(GatewayOpcode.HeartbeatAck, null);
                    return null;
                case GatewayOpcode.Identify:
                    return connection.Session is null ? Identify(connection, data as JsonObject) : new GatewayRefusal(GatewayCloseCode.AlreadyAuthenticated, "Already authenticated.");
                case GatewayOpcode.Resume:
                    return connection.Session is null ? Resume(connection, data as JsonObject) : new GatewayRefusal(GatewayCloseCode.AlreadyAuthenticated, "Already authenticated.");
            }

            if (op is not (GatewayOpcode.PresenceUpdate or GatewayOpcode.VoiceStateUpdate or GatewayOpcode.RequestGuildMembers or GatewayOpcode.RequestSoundboardSounds or GatewayOpcode.RequestChannelInfo))
                return new GatewayRefusal(GatewayCloseCode.UnknownOpcode, "Unknown opcode.");
            if (connection.Session is not { } session)
                return new GatewayRefusal(GatewayCloseCode.NotAuthenticated, "Not authenticated.");
            if (op == GatewayOpcode.PresenceUpdate)
                return UpdatePresence(data as JsonObject);
            if (op == GatewayOpcode.RequestGuildMembers)
                MemberChunks.Answer(world, session, data as JsonObject ?? [], _lane.Send);
            return null;
        }
    }

    public void Drop() => ForAll(c => c.Abort());

    public void Close(int code, string reason) => ForAll(c => c.Close(code, reason));

    public void RequestReconnect() => ForAll(c =>
    {
        c.Send(GatewayOpcode.Reconnect, null);
        _ = CloseLaterAsync(c);
    });

    public void Invalidate(bool resumable) => ForAll(c =>
    {
        if (!resumable)
            Forget(c.Session);
        c.Send(GatewayOpcode.InvalidSession, resumable);
        c.Close(GatewayCloseCode.UnknownError, "Invalid session.");
    });

    public void SendRaw(byte[] frame) => ForAll(c => c.Send(frame));

    public void SendUnknown() => ForAll(c =>
    {
        c.Send(99, new JsonObject { ["what"] = "nobody knows" });
        if (c.Session is { } session)
        {
            foreach ((string name, JsonObject payload) in UnknownPayloads.All(world))
                session.Dispatch(name, JsonText.Bytes(payload));
        }
    });

    private async Task CloseLaterAsync(GatewayConnection connection)
    {
        await Task.Delay(ReconnectGrace, Time);
        connection.Close(GatewayCloseCode.UnknownError, "Reconnect was asked for.");
    }

    private void ForAll(Action<GatewayConnection> action)
    {
        lock (Gate)
        {
            foreach (GatewayConnection connection in _connections.ToArray())
                action(connection);
        }
    }

    private GatewayRefusal? Identify(GatewayConnection connection, JsonObject? data)
    {
        (IdentifyRequest? request, GatewayRefusal? refusal) = IdentifyRequest.Read(data, world.BotToken, options.PrivilegedIntents);
        if (request is null)
            return refusal;
        if (!_quota.Take(request.Shard, Time.GetUtcNow()))
        {
            connection.Send(GatewayOpcode.InvalidSession, false);
            return null;
        }

        Sweep();
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), request.Intents, request.Shard, request.Shards, options.ReplayBuffer);
        _sessions.Add(session.Id, session);
        Attach(connection, session);
        connection.CompressPayloads = request.Compress && !connection.UsesTransportCompression;
        Presence = request.Presence ?? Presence;
        session.Dispatch("READY", JsonText.Bytes(ReadyJson.Of(world, session, ResumeUrl, request.ShardGiven, options.PrivilegedIntents)));
        if (session.Intents.HasFlag(GatewayIntents.Guilds))
        {
            foreach (GuildState guild in world.Guilds.Values.Where(g => session.Covers(g.Id) && g.Members.ContainsKey(world.BotId)))
                session.Dispatch("GUILD_CREATE", JsonText.Bytes(ReadyJson.Guild(world, guild, session)));
        }

        ConnectionsChanged();
        return null;
    }

    private GatewayRefusal? Resume(GatewayConnection connection, JsonObject? data)
    {
        if (data?["token"] is not JsonValue token || data["session_id"] is not JsonValue id || data["seq"] is not JsonValue number || !number.TryGetValue(out long sequence))
            return new GatewayRefusal(GatewayCloseCode.DecodeError, "Error while decoding payload.");
        if (token.ToString() != world.BotToken)
            return new GatewayRefusal(GatewayCloseCode.AuthenticationFailed, "Authentication failed.");
        Sweep();
        bool refused = Faults.RefusedResumes.Take();
        if (refused || !_sessions.TryGetValue(id.ToString(), out GatewaySession? session))
        {
            if (refused)
                _sessions.Remove(id.ToString());
            connection.Send(GatewayOpcode.InvalidSession, false);
            return null;
        }

        if (sequence < 0 || sequence > session.Sequence)
        {
            _sessions.Remove(session.Id);
            return new GatewayRefusal(GatewayCloseCode.InvalidSequence, "Invalid seq.");
        }

        if (!session.CanReplayFrom(sequence))
        {
            _sessions.Remove(session.Id);
            connection.Send(GatewayOpcode.InvalidSession, false);
            return null;
        }

        session.Connection?.Close(GatewayCloseCode.UnknownError, "Resumed elsewhere.");
        Attach(connection, session);
        session.Replay(sequence);
        session.Dispatch("RESUMED", JsonText.Bytes(new JsonObject { ["_trace"] = new JsonArray("[\"sandbox\",{}]") }));
        ConnectionsChanged();
        return null;
    }

    private static void Attach(GatewayConnection connection, GatewaySession session)
    {
        connection.Session = session;
        session.Connection = connection;
        session.DisconnectedAt = null;
    }

    private GatewayRefusal? UpdatePresence(JsonObject? presence)
    {
        if (presence?["status"] is not JsonValue status || status.ToString() is not ("online" or "dnd" or "idle" or "invisible" or "offline") || presence["activities"] is not JsonArray)
            return new GatewayRefusal(GatewayCloseCode.DecodeError, "Error while decoding payload.");
        Presence = (JsonObject)presence.DeepClone();
        ConnectionsChanged();
        return null;
    }

    private void Sweep()
    {
        DateTimeOffset oldest = Time.GetUtcNow() - options.SessionLifetime;
        foreach (GatewaySession gone in _sessions.Values.Where(s => s.DisconnectedAt < oldest).ToArray())
            _sessions.Remove(gone.Id);
        while (_sessions.Count >= MaxSessions && _sessions.Values.Where(s => s.Connection is null).MinBy(s => s.DisconnectedAt) is { } idle)
            _sessions.Remove(idle.Id);
    }

    private bool BotSees(WorldEvent happening)
    {
        if (happening.GuildId is not { } id || !world.Guilds.TryGetValue(id, out GuildState? guild))
            return true;
        if (!guild.Members.ContainsKey(world.BotId))
            return false;
        if (happening.AnyPermission != PermissionBits.None && (PermissionCalculator.InGuild(guild, world.BotId, world.Now) & happening.AnyPermission) == PermissionBits.None)
            return false;
        return happening.ChannelId is not { } channelId || !guild.Channels.TryGetValue(channelId, out ChannelState? channel)
            || PermissionCalculator.InChannel(guild, channel, world.BotId, world.Now).HasFlag(PermissionBits.ViewChannel);
    }

    private byte[] Stripped(WorldEvent happening)
    {
        var copy = (JsonObject)happening.Payload.DeepClone();
        MessageJson.StripContent(copy, world.BotId);
        return JsonText.Bytes(copy);
    }
}
