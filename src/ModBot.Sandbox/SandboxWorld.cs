using System.Text;
using ModBot.Core.Messages;
using ModBot.Sandbox.Interactions;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox;

/// <summary>
/// The control surface in process: people, members, roles, channels, messages, interactions, and what the bot did.
/// Thread-safe. Everything done here reaches connected clients just as if a person had done it.
/// </summary>
public sealed partial class SandboxWorld
{
    private readonly WorldState _world;
    private readonly WorldDesks _desks;
    private readonly CallLog _calls;
    private readonly Func<bool> _botConnected;
    private readonly ChangeSignal _changes;

    internal SandboxWorld(WorldState world, WorldDesks desks, CallLog calls, ChangeSignal changes, Func<bool> botConnected)
    {
        _world = world;
        _desks = desks;
        _calls = calls;
        _changes = changes;
        _botConnected = botConnected;
    }

    internal WorldState State => _world;

    /// <summary>Whether a bot has an open session.</summary>
    public bool BotConnected => Locked(() => _botConnected());

    /// <summary>The latest REST calls made of the sandbox, oldest first, 5,000 at most.</summary>
    public IReadOnlyList<SandboxCall> Calls => _calls.Snapshot();

    /// <summary>How many REST calls were answered with each status since the start.</summary>
    public IReadOnlyDictionary<int, long> CallsByStatus => _calls.ByStatus();

    /// <summary>The user of that name, made on first use with an id that follows from the name.</summary>
    /// <param name="name">As people see it, 1..32 characters; the username is its lower case with underscores.</param>
    /// <param name="joinedAt">When they joined the guild, if they are not in it yet. Default: now.</param>
    /// <param name="roles">Their roles, if they are not in the guild yet. Default: Member.</param>
    /// <returns>The user's id.</returns>
    public Snowflake EnsureMember(string name, DateTimeOffset? joinedAt = null, IReadOnlyList<Snowflake>? roles = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        string shown = name.Trim();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shown.Length, 32, nameof(name));
        return Do(() =>
        {
            GuildState guild = _world.Guild(SandboxIds.Guild);
            UserState user = UserNames.Find(_world, shown) ?? UserNames.Add(_world, shown);
            _desks.Members.Join(guild, user.Id, joinedAt, roles ?? [SandboxIds.MemberRole]);
            return user.Id;
        });
    }

    /// <summary>The member, or null where they are not in the guild.</summary>
    public SandboxMember? Member(Snowflake userId) => Locked(() =>
        _world.Guild(SandboxIds.Guild).Members.GetValueOrDefault(userId) is { } member
            ? new SandboxMember
            {
                UserId = userId,
                Username = _world.Users[userId].Username,
                Nick = member.Nick,
                Roles = [.. member.Roles],
                JoinedAt = member.JoinedAt,
                TimedOutUntil = member.TimedOutUntil,
            }
            : null);

    /// <summary>The ids of banned users with the reasons given.</summary>
    public IReadOnlyDictionary<Snowflake, string?> Bans => Locked(() => _world.Guild(SandboxIds.Guild).Bans.ToDictionary(b => b.Key, b => b.Value.Reason));

    /// <summary>Until when invites are stopped; null where they are open.</summary>
    public DateTimeOffset? InvitesPausedUntil => Locked(() => _world.Guild(SandboxIds.Guild).InvitesDisabledUntil);

    /// <summary>Makes an invite to a channel of the guild; for ever.</summary>
    public string MakeInvite(Snowflake channel, string code) => Locked(() =>
    {
        GuildState guild = _world.Guild(SandboxIds.Guild);
        guild.Invites[code] = new InviteState { Code = code, ChannelId = channel, InviterId = SandboxIds.Admin, CreatedAt = _world.Now };
        return code;
    });

    /// <summary>Sets a member's roles, without asking for permission.</summary>
    public void SetRoles(Snowflake userId, params IEnumerable<Snowflake> roles) => Do(() =>
    {
        (GuildState guild, MemberState member) = MemberOf(userId);
        member.Roles = [.. roles.Where(guild.Roles.ContainsKey).Distinct()];
        _desks.Members.TellUpdated(guild, member);
        return true;
    });

    /// <summary>Sets or clears a member's nickname, without asking for permission.</summary>
    public void SetNick(Snowflake userId, string? nick) => Do(() =>
    {
        (GuildState guild, MemberState member) = MemberOf(userId);
        member.Nick = nick;
        _desks.Members.TellUpdated(guild, member);
        return true;
    });

    /// <summary>Sets or clears a member's timeout, without asking for permission.</summary>
    public void SetTimeout(Snowflake userId, DateTimeOffset? until) => Do(() =>
    {
        (GuildState guild, MemberState member) = MemberOf(userId);
        member.TimedOutUntil = until;
        _desks.Members.TellUpdated(guild, member);
        return true;
    });

    /// <summary>The member leaves.</summary>
    public void Leave(Snowflake userId) => Do(() =>
    {
        _desks.Members.Leave(_world.Guild(SandboxIds.Guild), userId);
        return true;
    });

    /// <summary>A moderator kicks somebody.</summary>
    /// <exception cref="SandboxRefusedException">The moderator may not.</exception>
    public void Kick(Snowflake moderatorId, Snowflake userId, string? reason = null) => Do(() =>
    {
        _desks.Members.Kick(_world.Guild(SandboxIds.Guild), userId, moderatorId, reason);
        return true;
    });

    /// <summary>A moderator bans somebody.</summary>
    /// <exception cref="SandboxRefusedException">The moderator may not.</exception>
    public void Ban(Snowflake moderatorId, Snowflake userId, string? reason = null, int deleteMessageSeconds = 0) => Do(() =>
    {
        _desks.Members.Ban(_world.Guild(SandboxIds.Guild), userId, moderatorId, deleteMessageSeconds, reason);
        return true;
    });

    /// <summary>A moderator lifts a ban.</summary>
    /// <exception cref="SandboxRefusedException">The moderator may not, or there is none.</exception>
    public void Unban(Snowflake moderatorId, Snowflake userId, string? reason = null) => Do(() =>
    {
        _desks.Members.Unban(_world.Guild(SandboxIds.Guild), userId, moderatorId, reason);
        return true;
    });

    /// <summary>False: direct messages of the bot to this user are refused (50007).</summary>
    public void AcceptDirectMessages(Snowflake userId, bool accept) => Do(() =>
    {
        _world.User(userId).AcceptsDirectMessages = accept;
        _world.Publish(new WorldEvent("USER_SETTINGS", []) { ForGateway = false });
        return true;
    });

    /// <summary>The role of that name, made on first use just below the bot's role.</summary>
    public Snowflake EnsureRole(string name, PermissionBits permissions = PermissionBits.None) => Do(() =>
    {
        GuildState guild = _world.Guild(SandboxIds.Guild);
        if (guild.Roles.Values.FirstOrDefault(r => r.Name == name) is { } known)
            return known.Id;
        RoleState top = guild.Roles[SandboxIds.BotRole];
        var role = new RoleState { Id = _world.Ids.Next(), Name = name, Permissions = permissions, Position = top.Position };
        top.Position++;
        guild.Roles.Add(role.Id, role);
        _world.Publish(new WorldEvent("GUILD_ROLE_CREATE", Wire.GuildJson.RoleEvent(guild, role)) { GuildId = guild.Id, Intents = Gateway.GatewayIntents.Guilds });
        return role.Id;
    });

    /// <summary>The channel of that name, made on first use.</summary>
    /// <param name="name">Without the #.</param>
    /// <param name="topic">Set where it is made, and changed where it differs; null leaves it.</param>
    /// <param name="staffOnly">Where it is made: hidden from all but moderators, admins and the bot.</param>
    /// <param name="kind">Where it is made: its type.</param>
    public Snowflake EnsureChannel(string name, string? topic = null, bool staffOnly = false, ChannelKind kind = ChannelKind.Text) => Do(() =>
    {
        GuildState guild = _world.Guild(SandboxIds.Guild);
        if (guild.Channels.Values.FirstOrDefault(c => c.Name == name && c.Thread is null) is { } known)
        {
            if (topic is not null && topic != known.Topic)
            {
                known.Topic = topic;
                _desks.Channels.Tell("CHANNEL_UPDATE", guild, known);
            }

            return known.Id;
        }

        var channel = new ChannelState
        {
            Id = _world.Ids.Next(),
            Type = kind,
            GuildId = guild.Id,
            Name = name,
            Topic = topic,
            Position = guild.Channels.Count,
            Overwrites = staffOnly ? DefaultWorld.StaffOnly() : [],
        };
        _desks.Channels.Add(guild, channel);
        return channel.Id;
    });

    /// <summary>The thread of that name in a channel, made on first use.</summary>
    public Snowflake EnsureThread(Snowflake channelId, string name, Snowflake ownerId) => Do(() =>
    {
        GuildState guild = _world.Guild(SandboxIds.Guild);
        if (guild.Channels.Values.FirstOrDefault(c => c.Thread is not null && c.ParentId == channelId && c.Name == name) is { } known)
            return known.Id;
        ChannelState thread = _desks.Threads.Make(guild, _world.Channel(channelId), _world.Ids.Next(), ChannelKind.PublicThread, name, ownerId);
        var payload = Wire.ChannelJson.Of(_world, thread);
        payload["newly_created"] = true;
        _world.Publish(new WorldEvent("THREAD_CREATE", payload) { GuildId = guild.Id, ChannelId = thread.Id, Intents = Gateway.GatewayIntents.Guilds });
        return thread.Id;
    });

    /// <summary>What a user may do in a channel.</summary>
    public PermissionBits PermissionsOf(Snowflake userId, Snowflake channelId) => Do(() =>
        PermissionCalculator.InChannel(_world.Guild(SandboxIds.Guild), _world.Channel(channelId), userId, _world.Now));

    private (GuildState Guild, MemberState Member) MemberOf(Snowflake userId)
    {
        GuildState guild = _world.Guild(SandboxIds.Guild);
        return (guild, guild.Members.GetValueOrDefault(userId) ?? throw ApiErrors.UnknownMember());
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_world.Gate)
            return read();
    }

    private T Do<T>(Func<T> action)
    {
        try
        {
            lock (_world.Gate)
                return action();
        }
        catch (ApiErrorException fault)
        {
            throw new SandboxRefusedException(fault.Explain(), fault.Code, fault);
        }
    }
}
