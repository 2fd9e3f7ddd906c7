using System.Runtime.CompilerServices;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Tests.Moderation;

/// <summary>A platform that writes down what it is asked to do, and answers as told.</summary>
internal sealed class RecordingPlatform : IModerationPlatform
{
    private ulong lastId = 9_000;

    public List<string> Calls { get; } = [];

    /// <summary>Every call waits here for its release; null for none.</summary>
    public SemaphoreSlim? Gate { get; init; }

    public Dictionary<Snowflake, OutgoingMessage> Posts { get; } = [];

    /// <summary>Outcomes by the first word of a call; done where there is none.</summary>
    public Dictionary<string, ActionOutcome> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Faults by the first word of a call.</summary>
    public Dictionary<string, Exception> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Members by id; who is not here is an ordinary member, and null is none.</summary>
    public Dictionary<Snowflake, GuildMember?> Members { get; } = [];

    /// <summary>Channels by id; who is not here is a plain channel.</summary>
    public Dictionary<Snowflake, GuildChannel> Channels { get; } = [];

    /// <summary>Where invites lead; the others are met with <see cref="InviteOutcome"/>.</summary>
    public Dictionary<string, InviteTarget> Invites { get; } = new(StringComparer.Ordinal);

    public ActionOutcome InviteOutcome { get; set; } = new(OutcomeKind.NotFound, "no such invite");

    /// <summary>The codes asked for, in order.</summary>
    public List<string> InvitesAsked { get; } = [];

    /// <summary>What direct messages said, oldest first.</summary>
    public List<string> Directs { get; } = [];

    /// <summary>Until when the last timeout was to run; null where it was lifted.</summary>
    public DateTimeOffset? TimedOutUntil { get; private set; }

    public Task<ActionOutcome> DeleteMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken) => Take($"delete {channel}/{message}");

    public Task<ActionOutcome> DeleteMessagesAsync(Snowflake guild, Snowflake channel, IReadOnlyList<Snowflake> messages, string reason, CancellationToken cancellationToken) =>
        Take($"bulk-delete {channel}/{string.Join(',', messages)}");

    public async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        ActionOutcome outcome = await Take($"post {channel}");
        if (!outcome.IsDone)
            return (outcome, null);
        var id = new Snowflake(++lastId);
        Posts[id] = message;
        return (outcome, id);
    }

    public Task<ActionOutcome> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage replacement, CancellationToken cancellationToken)
    {
        Posts[message] = replacement;
        return Take($"edit {channel}/{message}");
    }

    public Task<ActionOutcome> SendDirectAsync(Snowflake user, OutgoingMessage message, CancellationToken cancellationToken)
    {
        Directs.Add(message.Content);
        return Take($"direct {user}");
    }

    public Task<ActionOutcome> TimeoutAsync(Snowflake guild, Snowflake user, DateTimeOffset? until, string reason, CancellationToken cancellationToken)
    {
        TimedOutUntil = until;
        return Take(until is null ? $"untimeout {user}" : $"timeout {user}");
    }

    public Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) => Take($"kick {user}");

    public Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken) => Take($"ban {user}");

    public Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) => Take($"unban {user}");

    public Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        Change(Take($"add-role {user}/{role}"), user, member => member with { RoleIds = [.. member.RoleIds.Append(role).Distinct()] });

    public Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        Change(Take($"remove-role {user}/{role}"), user, member => member with { RoleIds = [.. member.RoleIds.Where(held => held != role)] });

    public Task<ActionOutcome> SetNicknameAsync(Snowflake guild, Snowflake user, string? nickname, string reason, CancellationToken cancellationToken) =>
        Change(Take($"nickname {user}/{nickname}"), user, member => member with { Nickname = nickname });

    public Task<(ActionOutcome Outcome, GuildMember? Member)> ReadMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        GuildMember? member = Members.TryGetValue(user, out GuildMember? known) ? known : Ordinary(user);
        return Task.FromResult((member is null ? new ActionOutcome(OutcomeKind.NotFound, "no such member") : ActionOutcome.Done, member));
    }

    public Task<(ActionOutcome Outcome, GuildChannel? Channel)> ReadChannelAsync(Snowflake guild, Snowflake channel, CancellationToken cancellationToken) =>
        Task.FromResult<(ActionOutcome, GuildChannel?)>((ActionOutcome.Done, Channels.GetValueOrDefault(channel, new GuildChannel { Id = channel })));

    public Task<(ActionOutcome Outcome, InviteTarget? Target)> ReadInviteAsync(string code, CancellationToken cancellationToken)
    {
        InvitesAsked.Add(code);
        return Task.FromResult<(ActionOutcome, InviteTarget?)>(
            Invites.TryGetValue(code, out InviteTarget? target) ? (ActionOutcome.Done, target) : (InviteOutcome, null));
    }

    public Task<ActionOutcome> SetSlowmodeAsync(Snowflake guild, Snowflake channel, TimeSpan interval, string reason, CancellationToken cancellationToken)
    {
        Channels[channel] = Channels.GetValueOrDefault(channel, new GuildChannel { Id = channel }) with { Slowmode = interval };
        return Take($"slowmode {channel}/{interval.TotalSeconds:0}");
    }

    public Task<ActionOutcome> SetOverwriteAsync(Snowflake guild, Snowflake channel, Snowflake role, ChannelOverwrite? overwrite, string reason, CancellationToken cancellationToken)
    {
        Channels[channel] = Channels.GetValueOrDefault(channel, new GuildChannel { Id = channel }) with { Everyone = overwrite };
        return Take(overwrite is null ? $"clear-overwrite {channel}" : $"overwrite {channel}/{overwrite.Deny}");
    }

    public Task<ActionOutcome> PauseInvitesAsync(Snowflake guild, DateTimeOffset? until, string reason, CancellationToken cancellationToken) => Take(until is null ? "open-invites" : "pause-invites");

    public async Task<(ActionOutcome Outcome, Snowflake? ThreadId)> StartThreadAsync(Snowflake guild, Snowflake channel, Snowflake? message, string name, string reason, CancellationToken cancellationToken)
    {
        ActionOutcome outcome = await Take($"thread {channel}/{message}/{name}");
        return (outcome, outcome.IsDone ? new Snowflake(++lastId) : null);
    }

    public Task<ActionOutcome> SetArchivedAsync(Snowflake guild, Snowflake thread, bool archived, bool locked, string reason, CancellationToken cancellationToken) =>
        Take($"archive {thread}/{archived}/{locked}");

    public async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsAsync(Snowflake guild, Snowflake channel, WebhookPost post, CancellationToken cancellationToken)
    {
        ActionOutcome outcome = await Take($"post-as {channel}/{post.Name}/{post.Content}");
        return (outcome, outcome.IsDone ? new Snowflake(++lastId) : null);
    }

    public async IAsyncEnumerable<ChatMessage> ReadHistoryAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    /// <summary>Messages that can be read, by channel and id.</summary>
    public Dictionary<(Snowflake Channel, Snowflake Message), ChatMessage> Messages { get; } = [];

    public List<NamedId> Names { get; } = [];

    /// <summary>Files that can be fetched, by address.</summary>
    public Dictionary<Uri, byte[]> Files { get; } = [];

    public Task<(ActionOutcome Outcome, MessagePage Page)> ReadBackAsync(Snowflake guild, Snowflake channel, Snowflake before, int limit, CancellationToken cancellationToken)
    {
        if (Answers.TryGetValue("read-back", out ActionOutcome outcome))
            return Task.FromResult((outcome, MessagePage.Empty));
        ChatMessage[] page = [.. Messages.Values.Where(message => message.ChannelId == channel && message.Id < before).OrderByDescending(message => message.Id).Take(limit)];
        return Task.FromResult((ActionOutcome.Done, new MessagePage(page, page.Length < limit ? null : page[^1].Id)));
    }

    public Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        Task.FromResult(Messages.TryGetValue((channel, message), out ChatMessage? found) ? (ActionOutcome.Done, found) : (new ActionOutcome(OutcomeKind.NotFound, "no such message"), (ChatMessage?)null));

    public Task<(ActionOutcome Outcome, IReadOnlyList<NamedId> Names)> ReadNamesAsync(Snowflake guild, CancellationToken cancellationToken) =>
        Task.FromResult((ActionOutcome.Done, (IReadOnlyList<NamedId>)Names));

    public Task<(ActionOutcome Outcome, byte[]? Content)> DownloadAsync(CommandAttachment attachment, int longest, CancellationToken cancellationToken) =>
        Task.FromResult(Files.TryGetValue(attachment.Url, out byte[]? content) ? (ActionOutcome.Done, content) : (new ActionOutcome(OutcomeKind.Rejected, "not Discord's"), (byte[]?)null));

    public Task<ActionOutcome> RegisterCommandsAsync(IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken) => Take($"register {string.Join(',', commands.Select(command => command.Name))}");

    private static GuildMember Ordinary(Snowflake user) => new() { Id = user, Permissions = GuildPermissions.SendMessages, IsBelowBot = true };

    private async Task<ActionOutcome> Change(Task<ActionOutcome> call, Snowflake user, Func<GuildMember, GuildMember> change)
    {
        ActionOutcome outcome = await call;
        if (outcome.IsDone)
            Members[user] = change(Members.GetValueOrDefault(user) ?? Ordinary(user));
        return outcome;
    }

    private async Task<ActionOutcome> Take(string call)
    {
        lock (Calls)
            Calls.Add(call);
        if (Gate is { } gate)
            await gate.WaitAsync();
        if (Faults.TryGetValue(call.Split(' ')[0], out Exception? fault))
            throw fault;
        return Answers.GetValueOrDefault(call.Split(' ')[0], ActionOutcome.Done);
    }
}
