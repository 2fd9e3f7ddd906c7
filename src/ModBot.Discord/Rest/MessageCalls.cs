using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Parsing;

namespace ModBot.Discord.Rest;

/// <summary>Posting, editing and deleting.</summary>
internal sealed class MessageCalls(RestClient rest, PermissionCheck permissions, PermissionProbe probe, TimeProvider time)
{
    /// <summary>Discord takes no older messages in one call; an hour of margin for clocks that differ.</summary>
    private static readonly TimeSpan BulkAge = TimeSpan.FromDays(14) - TimeSpan.FromHours(1);

    private const GuildPermissions ToDelete = GuildPermissions.ViewChannel | GuildPermissions.ManageMessages;
    private const int BulkMost = 100;
    private const int DirectChannelsKept = 1000;
    private readonly RecentIds _own = new(1000);
    private readonly Lock _lock = new();
    private readonly Dictionary<Snowflake, Snowflake> _directChannels = [];

    public async Task<ActionOutcome> DeleteAsync(Snowflake guild, Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken)
    {
        // The bot's own messages need no permission.
        ActionOutcome? refusal = _own.Contains(message.Value) ? null : permissions.InChannel(guild, channel, ToDelete);
        return await probe.RunAsync(DeleteKey(channel), refusal, () => DeleteUncheckedAsync(channel, message, reason, cancellationToken), cancellationToken);
    }

    public async Task<ActionOutcome> DeleteManyAsync(Snowflake guild, Snowflake channel, IReadOnlyList<Snowflake> messages, string reason, CancellationToken cancellationToken)
    {
        List<Snowflake> ids = [.. messages.Distinct()];
        if (ids.Count == 0)
            return ActionOutcome.Done;
        if (ids.Count == 1)
            return await DeleteAsync(guild, channel, ids[0], reason, cancellationToken);
        return await probe.RunAsync(DeleteKey(channel), permissions.InChannel(guild, channel, ToDelete), () => DeleteManyUncheckedAsync(channel, ids, reason, cancellationToken), cancellationToken);
    }

    private async Task<ActionOutcome> DeleteManyUncheckedAsync(Snowflake channel, List<Snowflake> ids, string reason, CancellationToken cancellationToken)
    {
        DateTimeOffset oldest = time.GetUtcNow() - BulkAge;
        List<Snowflake> single = [.. ids.Where(id => id.Timestamp < oldest)];
        List<Snowflake> young = [.. ids.Where(id => id.Timestamp >= oldest)];
        var failures = new FailureCount(ids.Count);
        foreach (Snowflake[] batch in young.Chunk(BulkMost))
        {
            if (batch.Length == 1)
            {
                single.Add(batch[0]);
                continue;
            }

            RestReply reply = await BulkAsync(channel, batch, reason, cancellationToken);
            // An unknown channel (10003) took its messages with it. Refused as a whole (a message was too old after all, or
            // the server has no such call): one by one.
            if (reply.Status is 400 or 404 or 405)
                single.AddRange(reply.Code == 10003 ? [] : batch);
            else
                failures.Add(reply.ToOutcome(), batch.Length);
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
            async () =>
            {
                (ActionOutcome sent, posted) = await PostUncheckedAsync(channel, message, cancellationToken);
                return sent;
            },
            cancellationToken);
        return (outcome, posted);
    }

    private async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostUncheckedAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        RestRequest request = RestRequest.Post(RestRoute.Messages(channel), JsonSerializer.SerializeToUtf8Bytes(MessageBodies.New(message), WireJson.Default.MessageBody)) with { ExpectsJson = true, Files = message.Files };
        RestReply reply = await rest.SendAsync(request, cancellationToken);
        ulong id = reply.IsSuccess ? ReadId(reply.Body) : 0;
        if (!reply.IsSuccess)
            return (reply.ToOutcome(), null);
        if (id == 0)
            return (new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer named no message."), null);
        _own.Add(id);
        return (ActionOutcome.Done, new Snowflake(id));
    }

    public async Task<ActionOutcome> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage replacement, CancellationToken cancellationToken)
    {
        if (MessageBodies.Fault(replacement) is { } fault)
            return new ActionOutcome(OutcomeKind.Rejected, fault);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(MessageBodies.Replacement(replacement), WireJson.Default.MessageBody);
        return (await rest.SendAsync(RestRequest.Patch(RestRoute.Message(channel, message), body) with { Files = replacement.Files }, cancellationToken)).ToOutcome();
    }

    public async Task<ActionOutcome> SendDirectAsync(Snowflake user, OutgoingMessage message, CancellationToken cancellationToken)
    {
        Snowflake? channel;
        lock (_lock)
            channel = _directChannels.TryGetValue(user, out Snowflake known) ? known : null;
        if (channel is null)
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(new DirectChannelBody(user.ToString()), WireJson.Default.DirectChannelBody);
            RestReply opened = await rest.SendAsync(RestRequest.Post(RestRoute.DirectChannels, body) with { ExpectsJson = true }, cancellationToken);
            if (!opened.IsSuccess)
                return AsDirect(opened.ToOutcome(), opened.Code);
            channel = new Snowflake(ReadId(opened.Body));
            if (channel.Value.Value == 0)
                return new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer named no channel.");
            lock (_lock)
            {
                if (_directChannels.Count >= DirectChannelsKept)
                    _directChannels.Clear();
                _directChannels[user] = channel.Value;
            }
        }

        if (MessageBodies.Fault(message) is { } fault)
            return new ActionOutcome(OutcomeKind.Rejected, fault);
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(MessageBodies.New(message), WireJson.Default.MessageBody);
        RestReply reply = await rest.SendAsync(RestRequest.Post(RestRoute.Messages(channel.Value), content) with { Files = message.Files }, cancellationToken);
        return AsDirect(reply.ToOutcome(), reply.Code);
    }

    private static string DeleteKey(Snowflake channel) => $"delete:{channel.Value}";

    private static ActionOutcome AsDirect(ActionOutcome outcome, int code) => code is 50007 or 50278
        ? new ActionOutcome(OutcomeKind.Forbidden, $"The member takes no direct messages from the bot ({code}).")
        : outcome;

    private async Task<ActionOutcome> DeleteUncheckedAsync(Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken)
    {
        RestReply reply = await rest.SendAsync(RestRequest.Delete(RestRoute.Message(channel, message), reason), cancellationToken);
        // Gone is gone; an unknown channel (10003) took its messages with it.
        return reply.Status == 404 ? ActionOutcome.Done : reply.ToOutcome();
    }

    private Task<RestReply> BulkAsync(Snowflake channel, Snowflake[] batch, string reason, CancellationToken cancellationToken)
    {
        var body = new BulkDeleteBody([.. batch.Select(id => id.ToString())]);
        return rest.SendAsync(RestRequest.Post(RestRoute.BulkDelete(channel), JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.BulkDeleteBody), reason), cancellationToken);
    }

    private static ulong ReadId(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || !reader.EntersObject())
                return 0;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("id"u8))
                    return reader.ReadId();
                reader.Skip();
            }

            return 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}
