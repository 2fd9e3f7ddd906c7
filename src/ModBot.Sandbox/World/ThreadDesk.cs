using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.World;

/// <summary>Threads: start, edit, join, leave, delete. Called under the world's gate.</summary>
internal sealed class ThreadDesk(WorldState world, MessageBoard board)
{
    /// <summary>Starts a thread from a message (its id is the message's) or without one.</summary>
    public ChannelState Start(GuildState guild, ChannelState parent, MessageState? from, Snowflake actorId, Form form, string? reason)
    {
        int? minutes = form.Choice("auto_archive_duration", 60, 1440, 4320, 10080);
        string? name = form.Text("name", 1, 100, required: true);
        int? slowmode = form.Int("rate_limit_per_user", 0, 21_600);
        int type = from is null ? form.Choice("type", 10, 11, 12) ?? 12 : 11;
        bool invitable = form.Bool("invitable") ?? true;
        form.Errors.ThrowIfAny();
        var kind = (ChannelKind)type;
        if (parent.Thread is not null || parent.Type is not (ChannelKind.Text or ChannelKind.Announcement or ChannelKind.Forum or ChannelKind.Media))
            throw ApiErrors.WrongChannelType();
        PermissionBits needed = kind == ChannelKind.PrivateThread ? PermissionBits.CreatePrivateThreads : PermissionBits.CreatePublicThreads;
        if (!PermissionCalculator.InChannel(guild, parent, actorId, world.Now).HasFlag(needed))
            throw ApiErrors.MissingPermissions();
        if (from?.ThreadId is not null)
            throw ApiErrors.ThreadExists();
        ChannelState thread = Make(guild, parent, from?.Id ?? world.Ids.Next(), kind, name!, actorId);
        thread.RateLimitPerUser = slowmode ?? 0;
        thread.Thread!.AutoArchiveMinutes = minutes ?? parent.DefaultAutoArchiveMinutes ?? 4320;
        thread.Thread.Invitable = invitable;
        JsonObject payload = ChannelJson.Of(world, thread);
        payload["newly_created"] = true;
        Publish("THREAD_CREATE", guild, thread, payload);
        if (from is not null)
        {
            from.ThreadId = thread.Id;
            from.Flags |= MessageJson.HasThread;
            board.Tell("MESSAGE_UPDATE", parent, from);
        }

        AuditLog.Write(world, guild, AuditAction.ThreadCreate, actorId, thread.Id, reason, [AuditLog.Change("name", null, thread.Name)]);
        return thread;
    }

    /// <summary>Adds a thread that is found by its id or name, without permissions or audit log.</summary>
    public ChannelState Make(GuildState guild, ChannelState parent, Snowflake id, ChannelKind kind, string name, Snowflake ownerId)
    {
        var thread = new ChannelState
        {
            Id = id,
            Type = kind,
            GuildId = guild.Id,
            Name = name,
            ParentId = parent.Id,
            Thread = new ThreadFacts { OwnerId = ownerId, CreatedAt = world.Now, ArchiveTimestamp = world.Now, Members = { [ownerId] = world.Now } },
        };
        guild.Channels.Add(thread.Id, thread);
        return thread;
    }

    public ChannelState Edit(GuildState guild, ChannelState thread, Snowflake actorId, Form form, string? reason)
    {
        ThreadFacts state = thread.Thread!;
        bool? archived = form.Bool("archived"), locked = form.Bool("locked"), invitable = form.Bool("invitable");
        int? minutes = form.Choice("auto_archive_duration", 60, 1440, 4320, 10080);
        int? slowmode = form.Int("rate_limit_per_user", 0, 21_600);
        string? name = form.Text("name", 1, 100);
        form.Errors.ThrowIfAny();
        PermissionBits permissions = PermissionCalculator.InChannel(guild, thread, actorId, world.Now);
        bool owns = state.OwnerId == actorId && locked is null && slowmode is null;
        if (!owns && !permissions.HasFlag(PermissionBits.ManageThreads))
            throw ApiErrors.MissingPermissions();
        if (state.Archived && archived != false)
            throw ApiErrors.ArchivedThread();
        if (archived is { } set && set != state.Archived)
        {
            state.Archived = set;
            state.ArchiveTimestamp = world.Now;
        }

        state.Locked = locked ?? state.Locked;
        state.Invitable = invitable ?? state.Invitable;
        state.AutoArchiveMinutes = minutes ?? state.AutoArchiveMinutes;
        thread.RateLimitPerUser = slowmode ?? thread.RateLimitPerUser;
        thread.Name = name ?? thread.Name;
        Publish("THREAD_UPDATE", guild, thread, ChannelJson.Of(world, thread));
        AuditLog.Write(world, guild, AuditAction.ThreadUpdate, actorId, thread.Id, reason, [AuditLog.Change("archived", null, state.Archived)]);
        return thread;
    }

    public void Delete(GuildState guild, ChannelState thread, Snowflake actorId, string? reason)
    {
        if (!PermissionCalculator.InChannel(guild, thread, actorId, world.Now).HasFlag(PermissionBits.ManageThreads))
            throw ApiErrors.MissingPermissions();
        Publish("THREAD_DELETE", guild, thread, new JsonObject
        {
            ["id"] = thread.Id.ToString(),
            ["guild_id"] = guild.Id.ToString(),
            ["parent_id"] = thread.ParentId?.ToString(),
            ["type"] = (int)thread.Type,
        });
        guild.Channels.Remove(thread.Id);
        AuditLog.Write(world, guild, AuditAction.ThreadDelete, actorId, thread.Id, reason, [AuditLog.Change("name", thread.Name, null)]);
    }

    public void SetMembership(GuildState guild, ChannelState thread, Snowflake userId, bool joined)
    {
        ThreadFacts state = thread.Thread ?? throw ApiErrors.WrongChannelType();
        if (state.Archived)
            throw ApiErrors.ArchivedThread();
        if (joined && !guild.Members.ContainsKey(userId))
            throw ApiErrors.UnknownMember();
        bool changed = joined ? state.Members.TryAdd(userId, world.Now) : state.Members.Remove(userId);
        if (!changed)
            return;
        var payload = new JsonObject
        {
            ["id"] = thread.Id.ToString(),
            ["guild_id"] = guild.Id.ToString(),
            ["member_count"] = Math.Min(50, state.Members.Count),
        };
        if (joined)
        {
            JsonObject member = ChannelJson.ThreadMember(thread, userId);
            member["member"] = GuildJson.Member(world, guild.Members[userId]);
            payload["added_members"] = new JsonArray(member);
        }
        else
        {
            payload["removed_member_ids"] = new JsonArray(userId.ToString());
        }

        world.Publish(new WorldEvent("THREAD_MEMBERS_UPDATE", payload)
        {
            GuildId = guild.Id,
            ChannelId = thread.Id,
            Intents = userId == world.BotId ? GatewayIntents.Guilds : GatewayIntents.GuildMembers,
        });
    }

    private void Publish(string name, GuildState guild, ChannelState thread, JsonObject payload) =>
        world.Publish(new WorldEvent(name, payload) { GuildId = guild.Id, ChannelId = thread.Id, Intents = GatewayIntents.Guilds });
}
