using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.World;

/// <summary>Channels and their overwrites: create, edit, delete. Called under the world's gate.</summary>
internal sealed class ChannelDesk(WorldState world)
{
    private const int MaxChannels = 500, MaxSlowmode = 21_600;

    public ChannelState Create(GuildState guild, Snowflake actorId, Form form, string? reason)
    {
        Require(guild, actorId, PermissionBits.ManageChannels);
        if (guild.Channels.Values.Count(c => c.Thread is null) >= MaxChannels)
            throw ApiErrors.MaxChannels();
        string? name = form.Text("name", 1, 100, required: true);
        int type = form.Choice("type", 0, 2, 4, 5, 13, 15, 16) ?? 0;
        form.Errors.ThrowIfAny();
        var channel = new ChannelState
        {
            Id = world.Ids.Next(),
            Type = (ChannelKind)type,
            GuildId = guild.Id,
            Position = guild.Channels.Values.Where(c => c.Thread is null).Select(c => c.Position + 1).DefaultIfEmpty(0).Max(),
        };
        channel.Name = CleanName(channel, name!);
        Apply(guild, actorId, channel, form, []);
        Add(guild, channel);
        AuditLog.Write(world, guild, AuditAction.ChannelCreate, actorId, channel.Id, reason, [AuditLog.Change("name", null, channel.Name)]);
        return channel;
    }

    /// <summary>Adds a finished channel and tells everybody.</summary>
    public void Add(GuildState guild, ChannelState channel)
    {
        guild.Channels.Add(channel.Id, channel);
        Tell("CHANNEL_CREATE", guild, channel);
    }

    public ChannelState Edit(GuildState guild, ChannelState channel, Snowflake actorId, Form form, string? reason)
    {
        RequireIn(guild, channel, actorId, PermissionBits.ManageChannels);
        var changes = new JsonArray();
        string? name = form.Text("name", 1, 100);
        form.Errors.ThrowIfAny();
        if (name is not null && CleanName(channel, name) is { } next && next != channel.Name)
        {
            changes.Add(AuditLog.Change("name", channel.Name, next));
            channel.Name = next;
        }

        Apply(guild, actorId, channel, form, changes);
        Tell("CHANNEL_UPDATE", guild, channel);
        if (changes.Count > 0)
            AuditLog.Write(world, guild, AuditAction.ChannelUpdate, actorId, channel.Id, reason, changes);
        return channel;
    }

    public void Delete(GuildState guild, ChannelState channel, Snowflake actorId, string? reason)
    {
        RequireIn(guild, channel, actorId, PermissionBits.ManageChannels);
        foreach (ChannelState thread in guild.Channels.Values.Where(c => c.Thread is not null && c.ParentId == channel.Id).ToArray())
            guild.Channels.Remove(thread.Id);
        JsonObject payload = ChannelJson.Of(world, channel);
        Publish("CHANNEL_DELETE", guild, channel, payload);
        guild.Channels.Remove(channel.Id);
        if (guild.SystemChannelId == channel.Id)
            guild.SystemChannelId = null;
        AuditLog.Write(world, guild, AuditAction.ChannelDelete, actorId, channel.Id, reason, [AuditLog.Change("name", channel.Name, null)]);
    }

    public void SetOverwrite(GuildState guild, ChannelState channel, Snowflake id, Snowflake actorId, Form form, string? reason)
    {
        RequireIn(guild, channel, actorId, PermissionBits.ManageRoles);
        bool member = form.Int("type", 0, 1, required: true) == 1;
        PermissionBits allow = form.Permissions("allow") ?? PermissionBits.None, deny = form.Permissions("deny") ?? PermissionBits.None;
        form.Errors.ThrowIfAny();
        if (((allow | deny) & ~PermissionCalculator.InGuild(guild, actorId, world.Now)) != PermissionBits.None)
            throw ApiErrors.MissingPermissions();
        bool existed = channel.Overwrites.RemoveAll(o => o.Id == id) > 0;
        channel.Overwrites.Add(new OverwriteState { Id = id, ForMember = member, Allow = allow, Deny = deny });
        Tell("CHANNEL_UPDATE", guild, channel);
        AuditLog.Write(
            world,
            guild,
            existed ? AuditAction.OverwriteUpdate : AuditAction.OverwriteCreate,
            actorId,
            channel.Id,
            reason,
            [AuditLog.Change("allow", null, ((ulong)allow).ToString()), AuditLog.Change("deny", null, ((ulong)deny).ToString())],
            AuditLog.Options(("id", id.ToString()), ("type", member ? "1" : "0")));
    }

    public void RemoveOverwrite(GuildState guild, ChannelState channel, Snowflake id, Snowflake actorId, string? reason)
    {
        RequireIn(guild, channel, actorId, PermissionBits.ManageRoles);
        if (channel.Overwrites.RemoveAll(o => o.Id == id) == 0)
            throw ApiErrors.UnknownOverwrite();
        Tell("CHANNEL_UPDATE", guild, channel);
        AuditLog.Write(world, guild, AuditAction.OverwriteDelete, actorId, channel.Id, reason, options: AuditLog.Options(("id", id.ToString())));
    }

    public void Tell(string name, GuildState guild, ChannelState channel) => Publish(name, guild, channel, ChannelJson.Of(world, channel));

    /// <summary>The channel with this recipient, made on first use.</summary>
    public ChannelState OpenDirect(Snowflake userId)
    {
        UserState user = world.User(userId);
        if (user.Id == world.BotId)
            throw ApiErrors.Form("recipient_id", "CANNOT_DM_SELF", "Cannot send messages to this user");
        if (world.DirectChannels.Values.FirstOrDefault(c => c.RecipientId == userId) is { } known)
            return known;
        var channel = new ChannelState { Id = world.Ids.Next(), Type = ChannelKind.DirectMessage, RecipientId = userId };
        world.DirectChannels.Add(channel.Id, channel);
        return channel;
    }

    private void Apply(GuildState guild, Snowflake actorId, ChannelState channel, Form form, JsonArray changes)
    {
        string? topic = form.Text("topic", max: channel.Type is ChannelKind.Forum or ChannelKind.Media ? 4_096 : 1_024);
        int? slowmode = form.Int("rate_limit_per_user", 0, MaxSlowmode);
        bool? nsfw = form.Bool("nsfw");
        int? position = form.Int("position", 0);
        Snowflake? parent = form.Id("parent_id");
        int? archive = form.Choice("default_auto_archive_duration", 60, 1440, 4320, 10080);
        List<OverwriteState>? overwrites = Overwrites(form);
        if (parent is { } id && guild.Channels.GetValueOrDefault(id)?.Type != ChannelKind.Category)
            form.Errors.Add("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category");
        form.Errors.ThrowIfAny();
        if (overwrites is not null)
            Require(guild, actorId, PermissionBits.ManageRoles);
        if (form.Has("rate_limit_per_user") && (slowmode ?? 0) != channel.RateLimitPerUser)
            changes.Add(AuditLog.Change("rate_limit_per_user", channel.RateLimitPerUser, slowmode ?? 0));
        if (form.Has("topic") && topic != channel.Topic)
            changes.Add(AuditLog.Change("topic", channel.Topic, topic));
        channel.Topic = form.Has("topic") ? topic : channel.Topic;
        channel.RateLimitPerUser = form.Has("rate_limit_per_user") ? slowmode ?? 0 : channel.RateLimitPerUser;
        channel.Nsfw = nsfw ?? channel.Nsfw;
        channel.Position = position ?? channel.Position;
        channel.ParentId = form.Has("parent_id") ? parent : channel.ParentId;
        channel.DefaultAutoArchiveMinutes = archive ?? channel.DefaultAutoArchiveMinutes;
        channel.Overwrites = overwrites ?? channel.Overwrites;
    }

    private static List<OverwriteState>? Overwrites(Form form)
    {
        if (!form.Has("permission_overwrites") || form.IsNull("permission_overwrites"))
            return null;
        var overwrites = new List<OverwriteState>();
        foreach (Form entry in form.Objects("permission_overwrites", max: 100))
        {
            overwrites.Add(new OverwriteState
            {
                Id = entry.Id("id", required: true) ?? default,
                ForMember = entry.Int("type", 0, 1) == 1,
                Allow = entry.Permissions("allow") ?? PermissionBits.None,
                Deny = entry.Permissions("deny") ?? PermissionBits.None,
            });
        }

        return overwrites;
    }

    /// <summary>Text channels are lower case with dashes, as Discord makes them.</summary>
    private static string CleanName(ChannelState channel, string name) =>
        channel.Type is ChannelKind.Text or ChannelKind.Announcement or ChannelKind.Forum
            ? name.Trim().ToLowerInvariant().Replace(' ', '-')
            : name.Trim();

    private void Require(GuildState guild, Snowflake actorId, PermissionBits needed)
    {
        if (!PermissionCalculator.InGuild(guild, actorId, world.Now).HasFlag(needed))
            throw ApiErrors.MissingPermissions();
    }

    private void RequireIn(GuildState guild, ChannelState channel, Snowflake actorId, PermissionBits needed)
    {
        if (!PermissionCalculator.InChannel(guild, channel, actorId, world.Now).HasFlag(needed))
            throw ApiErrors.MissingPermissions();
    }

    private void Publish(string name, GuildState guild, ChannelState channel, JsonObject payload) =>
        world.Publish(new WorldEvent(name, payload) { GuildId = guild.Id, ChannelId = channel.Id, Intents = GatewayIntents.Guilds });
}
