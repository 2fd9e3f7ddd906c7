using Discord;
using Discord.Rest;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using Permissions = ModBot.Core.Platform.GuildPermissions;

namespace ModBot.DiscordNet.Rest;

/// <summary>What is done to channels, threads and a guild's invites. Channels are read over REST: what is changed must be what is there.</summary>
internal sealed class NetChannels(ClientSource source, PermissionCheck permissions, PermissionProbe probe, TimeProvider time)
{
    private const int ThreadExists = 160004;
    private const int UnknownOverwrite = 10009;
    private static readonly TimeSpan LongestSlowmode = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>The way there takes a moment: exactly a day would arrive as too long.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    public async Task<(ActionOutcome Outcome, GuildChannel? Channel)> ReadAsync(Snowflake guild, Snowflake channel, CancellationToken cancellationToken)
    {
        GuildChannel? found = null;
        ActionOutcome outcome = await Calls.TryAsync(async () => found = Describe(guild, await FindAsync(channel, cancellationToken)), cancellationToken);
        return (outcome, outcome.IsDone ? found : null);
    }

    public async Task<(ActionOutcome Outcome, InviteTarget? Target)> ReadInviteAsync(string code, CancellationToken cancellationToken)
    {
        RestInvite? invite = null;
        ActionOutcome outcome = await Calls.TryAsync(async () => invite = await source.Client.Rest.GetInviteAsync(code, Calls.Options(cancellationToken)), cancellationToken);
        if (!outcome.IsDone)
            return (outcome, null);
        return invite is null
            ? (new ActionOutcome(OutcomeKind.NotFound, "Discord knows no such invite."), null)
            : (outcome, new InviteTarget(invite.GuildId is { } guild ? new Snowflake(guild) : null, IsGroup: invite.GuildId is null && invite.ChannelType == ChannelType.Group));
    }

    public Task<ActionOutcome> SetSlowmodeAsync(Snowflake guild, Snowflake channel, TimeSpan interval, string reason, CancellationToken cancellationToken)
    {
        int seconds = (int)Math.Clamp(interval.TotalSeconds, 0, LongestSlowmode.TotalSeconds);
        return InChannelAsync(
            guild, channel, Permissions.ManageChannels,
            async () => await TextOf(await FindAsync(channel, cancellationToken)).ModifyAsync(change => change.SlowModeInterval = seconds, Calls.Options(cancellationToken, reason)),
            cancellationToken);
    }

    public async Task<ActionOutcome> SetOverwriteAsync(Snowflake guild, Snowflake channel, Snowflake role, ChannelOverwrite? overwrite, string reason, CancellationToken cancellationToken)
    {
        ActionOutcome outcome = await InChannelAsync(
            guild, channel, Permissions.ManageRoles,
            async () =>
            {
                RestGuild server = await source.Client.Rest.GetGuildAsync(guild.Value, Calls.Options(cancellationToken));
                RestRole target = server.GetRole(role.Value) ?? throw new InvalidOperationException("There is no such role.");
                IGuildChannel found = await FindAsync(channel, cancellationToken);
                if (overwrite is not null)
                    await found.AddPermissionOverwriteAsync(target, new OverwritePermissions((ulong)overwrite.Allow, (ulong)overwrite.Deny), Calls.Options(cancellationToken, reason));
                else if (found.GetPermissionOverwrite(target) is not null)
                    await found.RemovePermissionOverwriteAsync(target, Calls.Options(cancellationToken, reason));
            },
            cancellationToken);
        return overwrite is null && outcome.Kind == OutcomeKind.NotFound && outcome.Detail.Contains($"({UnknownOverwrite})", StringComparison.Ordinal) ? ActionOutcome.Done : outcome;
    }

    public Task<ActionOutcome> PauseInvitesAsync(Snowflake guild, DateTimeOffset? until, string reason, CancellationToken cancellationToken)
    {
        DateTimeOffset latest = time.GetUtcNow() + LongestPause - Margin;
        DateTimeOffset? end = until > latest ? latest : until?.ToUniversalTime();
        return probe.RunAsync(
            $"{Permissions.ManageGuild}:{guild.Value}",
            permissions.InGuild(guild, Permissions.ManageGuild),
            () => Calls.TryAsync(
                async () =>
                {
                    RestGuild server = await source.Client.Rest.GetGuildAsync(guild.Value, Calls.Options(cancellationToken));
                    await server.ModifyIncidentActionsAsync(change => change.InvitesDisabledUntil = end, Calls.Options(cancellationToken, reason));
                },
                cancellationToken),
            cancellationToken);
    }

    public async Task<(ActionOutcome Outcome, Snowflake? ThreadId)> StartThreadAsync(
        Snowflake guild, Snowflake channel, Snowflake? message, string name, string reason, CancellationToken cancellationToken)
    {
        Snowflake? made = null;
        ActionOutcome outcome = await probe.RunAsync(
            $"{Permissions.CreatePublicThreads}:{channel.Value}",
            permissions.InChannel(guild, channel, Permissions.CreatePublicThreads),
            async () =>
            {
                try
                {
                    ITextChannel text = TextOf(await FindAsync(channel, cancellationToken));
                    IMessage? on = message is { } id ? await text.GetMessageAsync(id.Value, options: Calls.Options(cancellationToken)) ?? throw new InvalidOperationException("The message is gone.") : null;
                    ThreadType type = text is INewsChannel ? ThreadType.NewsThread : ThreadType.PublicThread;
                    made = new Snowflake((await text.CreateThreadAsync(name, type, ThreadArchiveDuration.OneDay, on, options: Calls.Options(cancellationToken, reason))).Id);
                    return ActionOutcome.Done;
                }
                catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
                {
                    // A message has one thread, and its id is the message's.
                    made = message;
                    return Calls.CodeOf(fault) == ThreadExists ? ActionOutcome.Done : Calls.Outcome(fault);
                }
            },
            cancellationToken);
        return (outcome, outcome.IsDone ? made : null);
    }

    public Task<ActionOutcome> SetArchivedAsync(Snowflake guild, Snowflake thread, bool archived, bool locked, string reason, CancellationToken cancellationToken) => InChannelAsync(
        guild, thread, Permissions.ManageThreads,
        async () =>
        {
            if (await FindAsync(thread, cancellationToken) is not RestThreadChannel found)
                throw new InvalidOperationException("The channel is no thread.");
            await found.ModifyAsync(
                change =>
                {
                    change.Archived = archived;
                    change.Locked = locked;
                },
                Calls.Options(cancellationToken, reason));
        },
        cancellationToken);

    private static GuildChannel Describe(Snowflake guild, IGuildChannel channel)
    {
        var thread = channel as RestThreadChannel;
        Overwrite? everyone = thread is null && channel.PermissionOverwrites.FirstOrDefault(overwrite => overwrite.TargetId == guild.Value) is { TargetId: > 0 } own ? own : null;
        return new GuildChannel
        {
            Id = new Snowflake(channel.Id),
            IsThread = thread is not null,
            ParentId = (thread?.ParentChannelId ?? (channel as INestedChannel)?.CategoryId) is { } parent ? new Snowflake(parent) : null,
            Slowmode = TimeSpan.FromSeconds((channel as ITextChannel)?.SlowModeInterval ?? 0),
            Everyone = everyone is { } found ? new ChannelOverwrite((Permissions)found.Permissions.AllowValue, (Permissions)found.Permissions.DenyValue) : null,
            IsArchived = thread?.IsArchived ?? false,
            IsLocked = thread?.IsLocked ?? false,
        };
    }

    private static ITextChannel TextOf(IGuildChannel channel) => channel as ITextChannel ?? throw new InvalidOperationException("The channel holds no messages.");

    private async Task<IGuildChannel> FindAsync(Snowflake channel, CancellationToken cancellationToken) =>
        await source.Client.Rest.GetChannelAsync(channel.Value, Calls.Options(cancellationToken)) as IGuildChannel ?? throw new InvalidOperationException("There is no such channel.");

    private Task<ActionOutcome> InChannelAsync(Snowflake guild, Snowflake channel, Permissions needed, Func<Task> call, CancellationToken cancellationToken) => probe.RunAsync(
        $"{needed}:{channel.Value}", permissions.InChannel(guild, channel, needed), () => Calls.TryAsync(call, cancellationToken), cancellationToken);
}
