using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord;
using ModBot.Discord.Gateway;
using ModBot.Discord.Lanes;
using ModBot.Discord.State;
using ModBot.DiscordNet.Gateway;
using ModBot.DiscordNet.Interactions;
using ModBot.DiscordNet.Mapping;
using ModBot.DiscordNet.Rest;

namespace ModBot.DiscordNet;

/// <summary>One run: puts Discord.Net's events into guild lanes. Runs on the receive loops, so nothing here waits.</summary>
internal sealed class EventBridge(
    DiscordOptions options, DiscordShardedClient client, GatewayTap tap, EventLanes lanes, GuildDirectory guilds, BotAccount account,
    MessageMapper messages, InteractionMapper interactions, TimeProvider time, ILogger logger) : IGatewayTap
{
    private readonly TaskCompletionSource _fatal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();

    /// <summary>Guilds of an earlier session that have not come again yet: they may have missed messages.</summary>
    private readonly HashSet<ulong> _stale = [];

    private string _name = "";
    private long? _flags;
    private bool _contentSeen;
    private bool _contentMissed;
    private int _failures;
    private bool _wasReady;

    /// <summary>Faults when going on cannot help.</summary>
    public Task Fatal => _fatal.Task;

    public FactStore Facts => tap.Facts;

    public void Subscribe()
    {
        client.MessageReceived += OnMessageAsync;
        client.MessageUpdated += OnEditAsync;
        client.MessageDeleted += OnDeletedAsync;
        client.MessagesBulkDeleted += OnBulkDeletedAsync;
        client.GuildAvailable += OnAvailableAsync;
        client.JoinedGuild += OnJoinedAsync;
        client.LeftGuild += OnLeftAsync;
        client.GuildUpdated += OnGuildUpdatedAsync;
        client.ChannelCreated += OnChannelAsync;
        client.ChannelDestroyed += OnChannelAsync;
        client.ChannelUpdated += OnChannelUpdatedAsync;
        client.ThreadCreated += OnThreadAsync;
        client.ThreadUpdated += OnThreadUpdatedAsync;
        client.ThreadDeleted += OnThreadDeletedAsync;
        client.RoleCreated += OnRoleAsync;
        client.RoleDeleted += OnRoleAsync;
        client.RoleUpdated += OnRoleUpdatedAsync;
        client.GuildMemberUpdated += OnMemberUpdatedAsync;
        client.UserJoined += OnUserJoinedAsync;
        client.UserLeft += OnUserLeftAsync;
        client.InteractionCreated += OnInteractionAsync;
        tap.Listen(this);
    }

    public void Unsubscribe()
    {
        tap.Listen(null);
        client.MessageReceived -= OnMessageAsync;
        client.MessageUpdated -= OnEditAsync;
        client.MessageDeleted -= OnDeletedAsync;
        client.MessagesBulkDeleted -= OnBulkDeletedAsync;
        client.GuildAvailable -= OnAvailableAsync;
        client.JoinedGuild -= OnJoinedAsync;
        client.LeftGuild -= OnLeftAsync;
        client.GuildUpdated -= OnGuildUpdatedAsync;
        client.ChannelCreated -= OnChannelAsync;
        client.ChannelDestroyed -= OnChannelAsync;
        client.ChannelUpdated -= OnChannelUpdatedAsync;
        client.ThreadCreated -= OnThreadAsync;
        client.ThreadUpdated -= OnThreadUpdatedAsync;
        client.ThreadDeleted -= OnThreadDeletedAsync;
        client.RoleCreated -= OnRoleAsync;
        client.RoleDeleted -= OnRoleAsync;
        client.RoleUpdated -= OnRoleUpdatedAsync;
        client.GuildMemberUpdated -= OnMemberUpdatedAsync;
        client.UserJoined -= OnUserJoinedAsync;
        client.UserLeft -= OnUserLeftAsync;
        client.InteractionCreated -= OnInteractionAsync;
    }

    public void Fail(PlatformFatalException fault) => _fatal.TrySetException(fault);

    public void HandshakeFailed(Uri address, Exception fault)
    {
        int failures = Interlocked.Increment(ref _failures);
        TapLog.HandshakeFailed(logger, address.Authority, failures, fault);
        if (!Volatile.Read(ref _wasReady) && failures >= options.StartAttempts)
            Fail(new PlatformFatalException($"The gateway at {address.Authority} cannot be reached ({fault.Message.TrimEnd('.')}) after {failures} tries. Check the network and Discord:RestUrl."));
    }

    public void Arriving(GatewayNote note)
    {
        if (note.Moderation is { } moderation)
            lanes.Of(moderation.GuildId.Value).PostEvent(moderation);
        else if (note.Member is { Guild: not 0, Fields: { Id: not 0 } member } facts && member.Id != account.UserId.Value)
            lanes.Of(facts.Guild).PostEvent(new MemberUpdated(new Snowflake(facts.Guild), member.Build(PermissionMath.IsModerator(guilds.Find(facts.Guild), member.Id, member.Roles))));
        else if (note.Thread is { } thread && ThreadDiff.Of(thread.Dispatch, thread.Channel, guilds.Find(thread.Channel.GuildId)) is { } change)
            lanes.Of(thread.Channel.GuildId).PostEvent(change);
    }

    public void Handled(GatewayNote note)
    {
        if (note.Ready is { } ready)
            Begin(ready);
        else if (note.IsResumed)
            lanes.Of(0).PostEvent(new SessionReady(account.UserId, _name, account.ApplicationId, guilds.Count, Resumed: true));
        else if (note.Message is { } facts && Facts.Take(facts.Id) is { } undelivered && undelivered.GuildId != 0 && undelivered.ChannelId != 0)
            ReadLater(undelivered);
        if (note.Ready is not null || note.IsResumed)
            Interlocked.Exchange(ref _failures, 0);
    }

    private void Begin(ReadyFacts ready)
    {
        Volatile.Write(ref _wasReady, true);
        account.SetUser(ready.UserId);
        if (ready.ApplicationId != 0)
            account.SetApplication(ready.ApplicationId);
        lock (_lock)
        {
            (_name, _flags) = (ready.UserName, ready.Flags);
            _contentSeen = _contentMissed = false;
            foreach (ulong guild in ready.Guilds)
            {
                if (guilds.Find(guild) is not null)
                    _stale.Add(guild);
            }
        }

        lanes.Of(0).PostEvent(new SessionReady(account.UserId, ready.UserName, account.ApplicationId, ready.Guilds.Count, Resumed: false));
    }

    /// <summary>Discord.Net kept a message for itself: its channel is not cached, its guild not there yet, or a part of it is unknown.</summary>
    private void ReadLater(MessageFacts facts)
    {
        TapLog.NotPassedOn(logger, facts.GuildId, facts.ChannelId, facts.Id);
        if (facts.IsEdit)
            lanes.Of(facts.GuildId).PostPartialEdit(facts.ChannelId, facts.Id);
        else
            lanes.Of(facts.GuildId).PostLostSpan(facts.ChannelId, facts.Id - 1, facts.Id);
    }

    private Task OnMessageAsync(SocketMessage message) => Post(message, isEdit: false);

    private Task OnEditAsync(Cacheable<IMessage, ulong> before, SocketMessage after, ISocketMessageChannel channel) => Post(after, isEdit: true);

    private Task Post(SocketMessage message, bool isEdit) => Safely(nameof(client.MessageReceived), () =>
    {
        MessageFacts? facts = Facts.Take(message.Id);
        var guild = new Snowflake((message.Channel as SocketGuildChannel)?.Guild.Id ?? facts?.GuildId ?? 0);
        if (guilds.Find(guild.Value)?.FindChannel(message.Channel.Id) is { } channel && !isEdit)
            channel.Note(message.Id);
        if (message.Author.Id == account.UserId.Value)
            return;
        if (isEdit && (message.Author.Id == 0 || facts is { HasAuthor: false }))
        {
            if (guild.Value != 0)
                lanes.Of(guild.Value).PostPartialEdit(message.Channel.Id, message.Id);
            return;
        }

        ChatMessage mapped = messages.Map(message, guild, facts, membership: null, isEdit);
        NoteContent(mapped);
        lanes.Of(guild.Value).PostMessage(mapped);
    });

    /// <summary>Told once a session, and only where the intent is known to be withheld and nothing proved otherwise.</summary>
    private void NoteContent(ChatMessage message)
    {
        lock (_lock)
        {
            if (message.Content.Length > 0 && !message.Author.IsBot && !message.MentionedUsers.Contains(account.UserId))
                _contentSeen = true;
            if (!MessageMapper.IsEmpty(message, account.UserId) || _contentSeen || _contentMissed || !PrivilegedIntents.WithholdContent(options.Intents, _flags))
                return;
            _contentMissed = true;
        }

        TapLog.ContentMissing(logger, message.GuildId.Value);
        lanes.Of(message.GuildId.Value).PostEvent(new MessageContentMissing(message.GuildId));
    }

    private Task OnDeletedAsync(Cacheable<IMessage, ulong> message, Cacheable<IMessageChannel, ulong> channel) => Deleted(channel.Id, [new Snowflake(message.Id)]);

    private Task OnBulkDeletedAsync(IReadOnlyCollection<Cacheable<IMessage, ulong>> deleted, Cacheable<IMessageChannel, ulong> channel) =>
        Deleted(channel.Id, [.. deleted.Select(message => new Snowflake(message.Id))]);

    private Task Deleted(ulong channel, IReadOnlyList<Snowflake> ids) => Safely(nameof(client.MessageDeleted), () =>
    {
        ulong guild = guilds.FindByChannel(channel)?.Id ?? 0;
        lanes.Of(guild).PostEvent(new MessagesDeleted(new Snowflake(guild), new Snowflake(channel), ids));
    });

    private Task OnAvailableAsync(SocketGuild guild) => Changed(guild, justJoined: false);

    private Task OnJoinedAsync(SocketGuild guild) => Changed(guild, justJoined: true);

    private Task OnGuildUpdatedAsync(SocketGuild before, SocketGuild after) => Changed(after, justJoined: false);

    private Task OnChannelAsync(SocketChannel channel) => ChangedBy(channel);

    private Task OnChannelUpdatedAsync(SocketChannel before, SocketChannel after) => ChangedBy(after);

    private Task OnThreadAsync(SocketThreadChannel thread) => ChangedBy(thread);

    private Task OnThreadUpdatedAsync(Cacheable<SocketThreadChannel, ulong> before, SocketThreadChannel after) => ChangedBy(after);

    private Task OnThreadDeletedAsync(Cacheable<SocketThreadChannel, ulong> thread) => thread.HasValue ? ChangedBy(thread.Value) : Task.CompletedTask;

    private Task OnRoleAsync(SocketRole role) => Changed(role.Guild, justJoined: false);

    private Task OnRoleUpdatedAsync(SocketRole before, SocketRole after) => Changed(after.Guild, justJoined: false);

    private Task OnMemberUpdatedAsync(Cacheable<SocketGuildUser, ulong> before, SocketGuildUser after) =>
        after.Id == account.UserId.Value ? Changed(after.Guild, justJoined: false) : Task.CompletedTask;

    private Task ChangedBy(SocketChannel channel) => channel is SocketGuildChannel { Guild: { } guild } ? Changed(guild, justJoined: false) : Task.CompletedTask;

    private Task Changed(SocketGuild guild, bool justJoined) => Safely(nameof(client.GuildUpdated), () =>
    {
        GuildState? before = guilds.Find(guild.Id);
        GuildState after = GuildMapper.Map(guild, before);
        guilds.Put(after);
        bool isStale;
        lock (_lock)
            isStale = _stale.Remove(guild.Id);
        lanes.Of(guild.Id).PostChange(justJoined);
        if (isStale)
            CatchUp(after);
    });

    /// <summary>A new session hides what happened since the one before: Discord.Net does not tell a channel's newest message, so up to now is read.</summary>
    private void CatchUp(GuildState guild)
    {
        ulong now = Snowflake.At(time.GetUtcNow()).Value;
        foreach (ChannelState channel in guild.Channels)
        {
            if (channel.LastMessageId != 0 && channel.LastMessageId < now)
                lanes.Of(guild.Id).PostLostSpan(channel.Id, channel.LastMessageId, now);
        }
    }

    private Task OnLeftAsync(SocketGuild guild) => Safely(nameof(client.LeftGuild), () =>
    {
        guilds.Remove(guild.Id);
        lanes.Of(guild.Id).PostEvent(new GuildLeft(new Snowflake(guild.Id)));
    });

    private Task OnUserJoinedAsync(SocketGuildUser user) => Safely(nameof(client.UserJoined), () => lanes.Of(user.Guild.Id).PostEvent(
        new MemberJoined(new Snowflake(user.Guild.Id), AuthorMapper.Map(user, MembershipReader.Of(user), isModerator: false))));

    private Task OnUserLeftAsync(SocketGuild guild, SocketUser user) => Safely(nameof(client.UserLeft), () =>
        lanes.Of(guild.Id).PostEvent(new MemberLeft(new Snowflake(guild.Id), new Snowflake(user.Id))));

    private Task OnInteractionAsync(SocketInteraction interaction) => Safely(nameof(client.InteractionCreated), () =>
    {
        if (interactions.Map(interaction) is { } mapped)
            lanes.Of(mapped.GuildId.Value).PostEvent(new InteractionReceived(mapped, new InteractionResponder(interaction, time)));
    });

    /// <summary>What an event throws would otherwise be lost in Discord.Net's log, and the event with it.</summary>
    private Task Safely(string name, Action act)
    {
        try
        {
            act();
        }
        catch (Exception fault)
        {
            TapLog.EventFailed(logger, name, fault);
        }

        return Task.CompletedTask;
    }
}
