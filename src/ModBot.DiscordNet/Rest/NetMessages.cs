using Discord;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.DiscordNet.Mapping;

namespace ModBot.DiscordNet.Rest;

/// <summary>Posting, editing and deleting.</summary>
internal sealed class NetMessages(ClientSource source, ChannelFinder channels, PermissionCheck permissions, PermissionProbe probe, NonceScope nonces, TimeProvider time)
{
    private const int UnknownChannel = 10003;
    private const int BulkMost = 100;

    /// <summary>Discord takes no older messages in one call; an hour of margin for clocks that differ.</summary>
    private static readonly TimeSpan BulkAge = TimeSpan.FromDays(14) - TimeSpan.FromHours(1);

    private readonly RecentIds _own = new(1000);

    public async Task<ActionOutcome> DeleteAsync(Snowflake guild, Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken)
    {
        // The bot's own messages need no permission.
        ActionOutcome? refusal = _own.Contains(message.Value) ? null : permissions.InChannel(guild, channel, Needed);
        return await probe.RunAsync(DeleteKey(channel), refusal, () => DeleteUncheckedAsync(channel, message, reason, cancellationToken), cancellationToken);
    }

    public async Task<ActionOutcome> DeleteManyAsync(Snowflake guild, Snowflake channel, IReadOnlyList<Snowflake> messages, string reason, CancellationToken cancellationToken)
    {
        List<Snowflake> ids = [.. messages.Distinct()];
        if (ids.Count == 0)
            return ActionOutcome.Done;
        if (ids.Count == 1)
            return await DeleteAsync(guild, channel, ids[0], reason, cancellationToken);
        return await probe.RunAsync(
            DeleteKey(channel), permissions.InChannel(guild, channel, Needed), () => DeleteManyUncheckedAsync(channel, ids, reason, cancellationToken), cancellationToken);
    }

    private async Task<ActionOutcome> DeleteManyUncheckedAsync(Snowflake channel, List<Snowflake> ids, string reason, CancellationToken cancellationToken)
    {
        DateTimeOffset oldest = time.GetUtcNow() - BulkAge;
        List<Snowflake> single = [.. ids.Where(id => id.Timestamp < oldest)];
        var failures = new FailureCount(ids.Count);
        foreach (Snowflake[] batch in ids.Where(id => id.Timestamp >= oldest).Chunk(BulkMost))
        {
            if (batch.Length == 1)
            {
                single.Add(batch[0]);
                continue;
            }

            (ActionOutcome outcome, int code) = await BulkAsync(channel, batch, reason, cancellationToken);
            // An unknown channel took its messages with it. Refused as a whole: one by one.
            if (outcome.Kind is OutcomeKind.Rejected or OutcomeKind.NotFound)
                single.AddRange(code == UnknownChannel ? [] : batch);
            else
                failures.Add(outcome, batch.Length);
        }

        foreach (Snowflake id in single)
            failures.Add(await DeleteUncheckedAsync(channel, id, reason, cancellationToken), 1);
        return failures.ToOutcome();
    }

    public async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (MessageBodies.Fault(message) is { } fault)
            return (new ActionOutcome(OutcomeKind.Rejected, fault), null);
        Snowflake? posted = null;
        ActionOutcome outcome = await probe.RunAsync(
            $"post:{channel.Value}",
            permissions.ForPosting(channel),
            () => Calls.TryAsync(async () => posted = await SendAsync(await FindAsync(channel, cancellationToken), message, cancellationToken), cancellationToken),
            cancellationToken);
        return (outcome, outcome.IsDone ? posted : null);
    }

    public async Task<ActionOutcome> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage replacement, CancellationToken cancellationToken)
    {
        if (MessageBodies.Fault(replacement) is { } fault)
            return new ActionOutcome(OutcomeKind.Rejected, fault);
        return await Calls.TryAsync(
            async () =>
            {
                IMessageChannel found = await FindAsync(channel, cancellationToken);
                await found.ModifyMessageAsync(message.Value, change => OutgoingParts.Replace(change, replacement), Calls.Options(cancellationToken));
            },
            cancellationToken);
    }

    public async Task<ActionOutcome> SendDirectAsync(Snowflake user, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (MessageBodies.Fault(message) is { } fault)
            return new ActionOutcome(OutcomeKind.Rejected, fault);
        return await Calls.TryAsync(
            async () =>
            {
                IUser recipient = source.Client.GetUser(user.Value) as IUser
                    ?? await source.Client.Rest.GetUserAsync(user.Value, Calls.Options(cancellationToken))
                    ?? throw new InvalidOperationException("There is no such user.");
                await SendAsync(await recipient.CreateDMChannelAsync(Calls.Options(cancellationToken)), message, cancellationToken);
            },
            cancellationToken);
    }

    private static string DeleteKey(Snowflake channel) => $"delete:{channel.Value}";

    private static Core.Platform.GuildPermissions Needed => Core.Platform.GuildPermissions.ViewChannel | Core.Platform.GuildPermissions.ManageMessages;

    private async Task<Snowflake> SendAsync(IMessageChannel channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        nonces.Use(message.Nonce ?? Guid.NewGuid().ToString("N")[..25]);
        string? text = message.Content.Length == 0 ? null : message.Content;
        global::Discord.MessageReference? replied = message.ReplyTo is { } id ? new global::Discord.MessageReference(id.Value, failIfNotExists: false) : null;
        IUserMessage sent = message.Files.IsDefaultOrEmpty
            ? await channel.SendMessageAsync(
                text, embeds: OutgoingParts.Embeds(message), components: OutgoingParts.Components(message), allowedMentions: OutgoingParts.Mentions(message), messageReference: replied,
                options: Calls.Options(cancellationToken))
            : await channel.SendFilesAsync(
                OutgoingParts.Files(message), text, embeds: OutgoingParts.Embeds(message), components: OutgoingParts.Components(message), allowedMentions: OutgoingParts.Mentions(message), messageReference: replied,
                options: Calls.Options(cancellationToken));
        _own.Add(sent.Id);
        return new Snowflake(sent.Id);
    }

    private async Task<IMessageChannel> FindAsync(Snowflake channel, CancellationToken cancellationToken) =>
        await channels.FindAsync(channel, cancellationToken) ?? throw new InvalidOperationException("The channel holds no messages.");

    private async Task<ActionOutcome> DeleteUncheckedAsync(Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken)
    {
        ActionOutcome outcome = await Calls.TryAsync(
            async () => await (await FindAsync(channel, cancellationToken)).DeleteMessageAsync(message.Value, Calls.Options(cancellationToken, reason)),
            cancellationToken);
        return outcome.Kind == OutcomeKind.NotFound ? ActionOutcome.Done : outcome;
    }

    private async Task<(ActionOutcome Outcome, int Code)> BulkAsync(Snowflake channel, Snowflake[] batch, string reason, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindAsync(channel, cancellationToken) is not ITextChannel text)
                return (new ActionOutcome(OutcomeKind.Rejected, "The channel takes no bulk deletion."), 0);
            await text.DeleteMessagesAsync(batch.Select(id => id.Value), Calls.Options(cancellationToken, reason));
            return (ActionOutcome.Done, 0);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return (Calls.Outcome(fault), Calls.CodeOf(fault));
        }
    }
}
