using System.Globalization;
using System.Text.Json;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Rest;

/// <summary>What is done to channels, threads and a guild's invites.</summary>
internal sealed class ChannelCalls(RestClient rest, GuildDirectory guilds, PermissionCheck permissions, PermissionProbe probe, TimeProvider time)
{
    private const int AnnouncementThread = 10;
    private const int PublicThread = 11;
    private const int AnnouncementChannel = 5;
    private const int GroupChannel = 3;
    private const int ThreadExists = 160004;

    /// <summary>Minutes without a message after which a thread closes by itself: a day.</summary>
    private const int AutoArchive = 1_440;

    private const int RoleOverwrite = 0;
    private const int UnknownOverwrite = 10009;
    private static readonly TimeSpan LongestSlowmode = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>The way there takes a moment: exactly a day would arrive as too long.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    public async Task<(ActionOutcome Outcome, InviteTarget? Target)> ReadInviteAsync(string code, CancellationToken cancellationToken)
    {
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Invite(code)), cancellationToken);
        if (!reply.IsSuccess)
            return (reply.ToOutcome(), null);
        if (ReplyJson.Read(reply.Body, ReplyJson.Default.InviteReply) is not { } found)
            return (new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer named no invite."), null);
        return (ActionOutcome.Done, new InviteTarget(found.Guild?.Id, IsGroup: found.Guild is null && found.Channel?.Type == GroupChannel));
    }

    public async Task<(ActionOutcome Outcome, GuildChannel? Channel)> ReadAsync(Snowflake guild, Snowflake channel, CancellationToken cancellationToken)
    {
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Channel(channel)), cancellationToken);
        if (!reply.IsSuccess)
            return (reply.ToOutcome(), null);
        if (ReplyJson.Read(reply.Body, ReplyJson.Default.ChannelReply) is not { } found)
            return (new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer named no channel."), null);
        OverwriteReply? everyone = found.PermissionOverwrites?.FirstOrDefault(overwrite => overwrite.Id == guild);
        return (ActionOutcome.Done, new GuildChannel
        {
            Id = channel,
            IsThread = found.Type is 10 or 11 or 12,
            ParentId = found.ParentId,
            Slowmode = TimeSpan.FromSeconds(found.RateLimitPerUser ?? 0),
            Everyone = everyone is null ? null : new ChannelOverwrite((GuildPermissions)everyone.Allow, (GuildPermissions)everyone.Deny),
            IsArchived = found.ThreadMetadata?.Archived ?? false,
            IsLocked = found.ThreadMetadata?.Locked ?? false,
        });
    }

    /// <summary>Does what is asked in a channel or thread of the guild; <see cref="OutcomeKind.NotFound"/> where it is another's.</summary>
    public async Task<(ActionOutcome Outcome, T? Value)> InGuildAsync<T>(Snowflake guild, Snowflake channel, Func<Task<(ActionOutcome, T?)>> call, CancellationToken cancellationToken)
        where T : class
    {
        // Archived threads are not among what is known.
        if (guilds.Find(guild.Value)?.FindChannel(channel.Value) is null)
        {
            RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Channel(channel)), cancellationToken);
            if (!reply.IsSuccess)
                return (reply.ToOutcome(), null);
            if (ReplyJson.Read(reply.Body, ReplyJson.Default.ChannelReply)?.GuildId != guild)
                return (new ActionOutcome(OutcomeKind.NotFound, "The channel is not in this server."), null);
        }

        return permissions.InChannel(guild, channel, GuildPermissions.ViewChannel | GuildPermissions.ReadMessageHistory) is { } refusal ? (refusal, null) : await call();
    }

    public Task<ActionOutcome> SetSlowmodeAsync(Snowflake guild, Snowflake channel, TimeSpan interval, string reason, CancellationToken cancellationToken)
    {
        int seconds = (int)Math.Clamp(interval.TotalSeconds, 0, LongestSlowmode.TotalSeconds);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new SlowmodeBody(seconds), WireJson.Default.SlowmodeBody);
        return InChannelAsync(guild, channel, GuildPermissions.ManageChannels, RestRequest.Patch(RestRoute.Channel(channel), body, reason), cancellationToken);
    }

    public async Task<ActionOutcome> SetOverwriteAsync(Snowflake guild, Snowflake channel, Snowflake role, ChannelOverwrite? overwrite, string reason, CancellationToken cancellationToken)
    {
        RestRoute route = RestRoute.Overwrite(channel, role);
        if (overwrite is not null)
        {
            var body = new OverwriteBody(RoleOverwrite, Bits(overwrite.Allow), Bits(overwrite.Deny));
            return await InChannelAsync(guild, channel, GuildPermissions.ManageRoles, RestRequest.Put(route, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.OverwriteBody), reason), cancellationToken);
        }

        return await probe.RunAsync(
            $"{GuildPermissions.ManageRoles}:{channel.Value}",
            permissions.InChannel(guild, channel, GuildPermissions.ManageRoles),
            async () => await rest.SendAsync(RestRequest.Delete(route, reason), cancellationToken) is var reply && reply is { Status: 404, Code: UnknownOverwrite } ? ActionOutcome.Done : reply.ToOutcome(),
            cancellationToken);
    }

    public Task<ActionOutcome> PauseInvitesAsync(Snowflake guild, DateTimeOffset? until, string reason, CancellationToken cancellationToken)
    {
        DateTimeOffset latest = time.GetUtcNow() + LongestPause - Margin;
        DateTimeOffset? end = until > latest ? latest : until?.ToUniversalTime();
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new IncidentsBody(end), WireJson.Default.IncidentsBody);
        return probe.RunAsync(
            $"{GuildPermissions.ManageGuild}:{guild.Value}",
            permissions.InGuild(guild, GuildPermissions.ManageGuild),
            async () => (await rest.SendAsync(RestRequest.Put(RestRoute.IncidentActions(guild), body, reason), cancellationToken)).ToOutcome(),
            cancellationToken);
    }

    public async Task<(ActionOutcome Outcome, Snowflake? ThreadId)> StartThreadAsync(
        Snowflake guild, Snowflake channel, Snowflake? message, string name, string reason, CancellationToken cancellationToken)
    {
        var body = new ThreadBody(name, AutoArchive, message is null ? ThreadType(guild, channel) : null);
        RestRoute route = message is { } on ? RestRoute.ThreadOn(channel, on) : RestRoute.Threads(channel);
        RestRequest request = RestRequest.Post(route, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.ThreadBody), reason) with { ExpectsJson = true, IsOnce = true };
        Snowflake? made = null;
        ActionOutcome outcome = await probe.RunAsync(
            $"{GuildPermissions.CreatePublicThreads}:{channel.Value}",
            permissions.InChannel(guild, channel, GuildPermissions.CreatePublicThreads),
            async () =>
            {
                RestReply reply = await rest.SendAsync(request, cancellationToken);
                // A message has one thread, and its id is the message's.
                made = reply.Code == ThreadExists ? message : ReplyJson.Read(reply.Body, ReplyJson.Default.MadeReply)?.Id;
                return reply.Code == ThreadExists ? ActionOutcome.Done : reply.ToOutcome();
            },
            cancellationToken);
        return (outcome, outcome.IsDone ? made : null);
    }

    public Task<ActionOutcome> SetArchivedAsync(Snowflake guild, Snowflake thread, bool archived, bool locked, string reason, CancellationToken cancellationToken)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new ArchiveBody(archived, locked), WireJson.Default.ArchiveBody);
        return InChannelAsync(guild, thread, GuildPermissions.ManageThreads, RestRequest.Patch(RestRoute.Channel(thread), body, reason), cancellationToken);
    }

    private int ThreadType(Snowflake guild, Snowflake channel) =>
        guilds.Find(guild.Value)?.FindChannel(channel.Value) is { Type: AnnouncementChannel } ? AnnouncementThread : PublicThread;

    private Task<ActionOutcome> InChannelAsync(Snowflake guild, Snowflake channel, GuildPermissions needed, RestRequest request, CancellationToken cancellationToken) => probe.RunAsync(
        $"{needed}:{channel.Value}",
        permissions.InChannel(guild, channel, needed),
        async () => (await rest.SendAsync(request, cancellationToken)).ToOutcome(),
        cancellationToken);

    private static string Bits(GuildPermissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);
}
