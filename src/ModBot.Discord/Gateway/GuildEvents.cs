using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Lanes;
using ModBot.Discord.Parsing;
using ModBot.Discord.State;

namespace ModBot.Discord.Gateway;

/// <summary>Keeps guilds, channels and roles as the gateway tells them, and says when they changed.</summary>
/// <param name="catchUpFrom">An id: what another run of this bot may have missed came after it; 0 where there was none.</param>
internal sealed class GuildEvents(ShardId shard, EventLanes lanes, GuildDirectory guilds, BotAccount account, ulong catchUpFrom = 0)
{
    private readonly GuildParser _parser = new(account);
    private readonly List<Snowflake> _scratch = [];

    /// <summary>Guilds that this session has told of, outages included.</summary>
    private readonly HashSet<ulong> _known = [];

    /// <summary>Guilds of an earlier session that have not come again yet: they may have missed messages.</summary>
    private readonly HashSet<ulong> _stale = [];

    /// <summary>Guilds in an outage.</summary>
    private readonly HashSet<ulong> _unavailable = [];

    /// <summary>A new session: guilds that it does not list are left.</summary>
    public void BeginSession(HashSet<ulong> listed)
    {
        _known.Clear();
        _known.UnionWith(listed);
        foreach (ulong guild in guilds.Ids.Where(id => ShardPlan.ShardOf(id, shard.Total) == shard.Number).ToList())
        {
            // Servers that list no guilds at all send them one by one.
            if (listed.Count == 0 || listed.Contains(guild))
                _stale.Add(guild);
            else
                Leave(guild);
        }
    }

    /// <summary>False where the event is none of these.</summary>
    public bool Dispatch(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.SequenceEqual("GUILD_CREATE"u8))
            Created(ref reader);
        else if (name.SequenceEqual("GUILD_UPDATE"u8))
            Updated(ref reader);
        else if (name.SequenceEqual("GUILD_DELETE"u8))
            Deleted(ref reader);
        else if (name.SequenceEqual("GUILD_ROLE_CREATE"u8) || name.SequenceEqual("GUILD_ROLE_UPDATE"u8) || name.SequenceEqual("GUILD_ROLE_DELETE"u8))
            Role(ref reader);
        else if (name.SequenceEqual("CHANNEL_CREATE"u8) || name.SequenceEqual("CHANNEL_UPDATE"u8))
            Channel(name, ref reader);
        else if (name.SequenceEqual("THREAD_CREATE"u8) || name.SequenceEqual("THREAD_UPDATE"u8))
            Channel(name, ref reader);
        else if (name.SequenceEqual("CHANNEL_DELETE"u8) || name.SequenceEqual("THREAD_DELETE"u8))
            ChannelDeleted(name, ref reader);
        else if (name.SequenceEqual("THREAD_LIST_SYNC"u8))
            ThreadsListed(ref reader);
        else if (name.SequenceEqual("GUILD_MEMBER_UPDATE"u8))
            MemberUpdated(ref reader);
        else
            return false;
        return true;
    }

    private void Created(ref Utf8JsonReader reader)
    {
        ParsedGuild parsed = _parser.Read(ref reader);
        ulong id = parsed.Guild.Id;
        if (id == 0)
            return;
        if (parsed.IsUnavailable)
        {
            _known.Add(id);
            return;
        }

        GuildState? before = guilds.Find(id);
        bool justJoined = !_known.Contains(id) && before is null;
        _known.Add(id);
        if (before is not null && parsed.Guild.BotRoles is null)
            parsed = parsed with { Guild = parsed.Guild with { BotRoles = before.BotRoles } };
        guilds.Put(parsed.Guild);
        lanes.Of(id).PostChange(justJoined);
        if (before is not null)
            CatchUp(before, parsed);
        else if (catchUpFrom != 0 && !justJoined)
            CatchUpWithEarlierRun(parsed);
        _stale.Remove(id);
    }

    /// <summary>After a lost session or an outage: what channels say of their newest message against what was seen.</summary>
    private void CatchUp(GuildState before, ParsedGuild now)
    {
        bool isStale = _stale.Contains(before.Id) || _unavailable.Remove(before.Id);
        foreach (ChannelState channel in now.Guild.Channels)
        {
            ulong told = channel.LastMessageId;
            ulong seen = before.FindChannel(channel.Id)?.LastMessageId ?? 0;
            channel.Note(seen);
            if (!isStale)
                continue;
            // A channel without any message seen begins where it was made.
            ulong after = seen == 0 ? channel.Id : seen;
            if (told > after)
                lanes.Of(before.Id).PostLostSpan(channel.Id, after, told);
            else if (seen != 0 && now.SilentChannels.Contains(channel.Id))
                lanes.Of(before.Id).PostLostSpan(channel.Id, after, ulong.MaxValue);
        }
    }

    /// <summary>This run has seen nothing of the guild yet; another handled all that came before a certain time.</summary>
    private void CatchUpWithEarlierRun(ParsedGuild now)
    {
        foreach (ChannelState channel in now.Guild.Channels)
        {
            ulong after = Math.Max(channel.Id, catchUpFrom);
            if (channel.LastMessageId > after)
                lanes.Of(now.Guild.Id).PostLostSpan(channel.Id, after, channel.LastMessageId);
        }
    }

    private void Updated(ref Utf8JsonReader reader)
    {
        ParsedGuild parsed = _parser.Read(ref reader);
        bool isKnown = guilds.Change(parsed.Guild.Id, parsed, static (before, update) => before with
        {
            Name = update.Guild.Name.Length > 0 ? update.Guild.Name : before.Name,
            OwnerId = update.Guild.OwnerId != 0 ? update.Guild.OwnerId : before.OwnerId,
            Roles = update.HasRoles ? update.Guild.Roles : before.Roles,
        });
        if (isKnown)
            lanes.Of(parsed.Guild.Id).PostChange(justJoined: false);
    }

    private void Deleted(ref Utf8JsonReader reader)
    {
        ParsedGuild parsed = _parser.Read(ref reader);
        if (parsed.Guild.Id == 0)
            return;
        if (parsed.IsUnavailable)
            _unavailable.Add(parsed.Guild.Id);
        else
            Leave(parsed.Guild.Id);
    }

    private void Leave(ulong guild)
    {
        _known.Remove(guild);
        _stale.Remove(guild);
        _unavailable.Remove(guild);
        guilds.Remove(guild);
        lanes.Of(guild).PostEvent(new GuildLeft(new Snowflake(guild)));
    }

    private void Role(ref Utf8JsonReader reader)
    {
        ulong guild = 0;
        ulong deleted = 0;
        RoleState role = default;
        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("guild_id"u8))
                guild = reader.ReadId();
            else if (name.SequenceEqual("role_id"u8))
                deleted = reader.ReadId();
            else if (name.SequenceEqual("role"u8))
                role = GuildParser.ReadRole(ref reader);
            else
                reader.Skip();
        }

        bool changed = role.Id != 0
            ? guilds.Change(guild, role, static (state, put) => state.With(put))
            : deleted != 0 && guilds.Change(guild, deleted, static (state, id) => state.WithoutRole(id));
        if (changed)
            lanes.Of(guild).PostChange(justJoined: false);
    }

    private void Channel(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        ParsedChannel parsed = ChannelParser.Read(ref reader);
        if (parsed.Channel is not { } channel || parsed.GuildId == 0)
            return;
        bool isThread = ThreadDiff.Knows(name);
        if (isThread)
            TellThread(name, parsed);
        bool changed = parsed.IsArchived
            ? guilds.Change(parsed.GuildId, channel.Id, static (state, id) => state.WithoutChannel(id))
            : guilds.Change(parsed.GuildId, channel, static (state, put) => state.With(put));
        // Threads are not part of what a guild tells.
        if (changed && !isThread)
            lanes.Of(parsed.GuildId).PostChange(justJoined: false);
    }

    private void TellThread(ReadOnlySpan<byte> name, ParsedChannel parsed)
    {
        if (ThreadDiff.Of(name, parsed, guilds.Find(parsed.GuildId)) is { } change)
            lanes.Of(parsed.GuildId).PostEvent(change);
    }

    private void ChannelDeleted(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        ParsedChannel parsed = ChannelParser.Read(ref reader);
        if (ThreadDiff.Knows(name))
            TellThread(name, parsed);
        if (parsed.Channel is { } channel && guilds.Change(parsed.GuildId, channel.Id, static (state, id) => state.WithoutChannel(id)) && !channel.IsThread)
            lanes.Of(parsed.GuildId).PostChange(justJoined: false);
    }

    private void ThreadsListed(ref Utf8JsonReader reader)
    {
        ulong guild = 0;
        List<ChannelState> threads = [];
        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("guild_id"u8))
                guild = reader.ReadId();
            else if (name.SequenceEqual("threads"u8))
                GuildParser.ReadChannels(ref reader, threads);
            else
                reader.Skip();
        }

        foreach (ChannelState thread in threads)
            guilds.Change(guild, thread, static (state, put) => state.With(put));
    }

    /// <summary>Only the bot's own roles are kept; of others the new values are told.</summary>
    private void MemberUpdated(ref Utf8JsonReader reader)
    {
        (ulong guild, AuthorFields member) = AuthorFields.ReadEvent(ref reader, _scratch);
        if (member.Id == 0 || guild == 0)
            return;
        if (member.Id != account.UserId.Value)
        {
            lanes.Of(guild).PostEvent(new MemberUpdated(new Snowflake(guild), member.Build(PermissionMath.IsModerator(guilds.Find(guild), member.Id, member.Roles))));
            return;
        }

        if (member.Roles is { } roles && guilds.Change(guild, roles, static (state, own) => state with { BotRoles = own }))
        {
            lanes.Of(guild).PostChange(justJoined: false);
        }
    }
}
