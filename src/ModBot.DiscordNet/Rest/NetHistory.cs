using System.Runtime.CompilerServices;
using Discord;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Lanes;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using ModBot.DiscordNet.Gateway;
using ModBot.DiscordNet.Mapping;

namespace ModBot.DiscordNet.Rest;

/// <summary>Reads messages over REST and completes what REST leaves out: the author's membership.</summary>
internal sealed class NetHistory(
    ChannelFinder channels, MessageMapper mapper, IMemberships members, PermissionCheck permissions, BotAccount account, FactStore facts, ILogger<NetHistory> logger) : IMessageHistory
{
    private const int PageSize = 100;

    public async IAsyncEnumerable<ChatMessage> ReadAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int left = Math.Clamp(limit, 1, 10_000);
        while (left > 0)
        {
            HistoryPage page = await ReadPageAsync(guild, channel, after, Math.Min(left, PageSize), cancellationToken);
            if (!page.Outcome.IsDone)
            {
                RestLog.HistoryEnded(logger, channel.Value, page.Outcome.Detail);
                yield break;
            }

            foreach (ChatMessage message in page.Messages)
                yield return message;
            left -= page.Seen;
            if (page.IsLast || page.Newest <= after)
                yield break;
            after = page.Newest;
        }
    }

    public Task<HistoryPage> ReadPageAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken) =>
        ReadPageAsync(guild, channel, after, Direction.After, limit, cancellationToken);

    /// <summary>Reads up to 100 messages before an id, of a channel or thread of the guild; <see cref="OutcomeKind.NotFound"/> where it is another's.</summary>
    public async Task<(ActionOutcome Outcome, MessagePage Page)> ReadBackAsync(Snowflake guild, Snowflake channel, Snowflake before, int limit, CancellationToken cancellationToken)
    {
        if (await ForeignAsync(guild, channel, cancellationToken) is { } refusal)
            return (refusal, MessagePage.Empty);
        HistoryPage page = await ReadPageAsync(guild, channel, before, Direction.Before, limit, cancellationToken);
        return (page.Outcome, page.Outcome.IsDone ? page.Backwards : MessagePage.Empty);
    }

    private async Task<HistoryPage> ReadPageAsync(Snowflake guild, Snowflake channel, Snowflake from, Direction direction, int limit, CancellationToken cancellationToken)
    {
        if (permissions.InChannel(guild, channel, Core.Platform.GuildPermissions.ViewChannel | Core.Platform.GuildPermissions.ReadMessageHistory) is { } refusal)
            return HistoryPage.Failed(refusal);
        int size = Math.Clamp(limit, 1, PageSize);
        try
        {
            if (await channels.FindAsync(channel, cancellationToken) is not { } found)
                return HistoryPage.Failed(new ActionOutcome(OutcomeKind.NotFound, "The channel holds no messages."));
            List<IMessage> read = [];
            await foreach (IReadOnlyCollection<IMessage> part in found.GetMessagesAsync(from.Value, direction, size, CacheMode.AllowDownload, Calls.Options(cancellationToken)))
                read.AddRange(part);
            read.Sort(static (left, right) => left.Id.CompareTo(right.Id));
            List<ChatMessage> messages = [];
            foreach (IMessage one in read)
            {
                if (one.Author.Id != account.UserId.Value)
                    messages.Add(await CompleteAsync(one, guild, cancellationToken));
            }

            return new HistoryPage(ActionOutcome.Done, messages, new Snowflake(read.Count == 0 ? 0 : read[^1].Id), read.Count, read.Count < size) { Oldest = new Snowflake(read.Count == 0 ? 0 : read[0].Id) };
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return HistoryPage.Failed(Calls.Outcome(fault));
        }
    }

    public async Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadOneAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken)
    {
        try
        {
            IMessage? found = await channels.FindAsync(channel, cancellationToken) is { } place
                ? await place.GetMessageAsync(message.Value, CacheMode.AllowDownload, Calls.Options(cancellationToken))
                : null;
            if (found is null)
                return (new ActionOutcome(OutcomeKind.NotFound, "Discord does not know it: no such message."), null);
            return (ActionOutcome.Done, found.Author.Id == account.UserId.Value ? null : await CompleteAsync(found, guild, cancellationToken));
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return (Calls.Outcome(fault), null);
        }
    }

    /// <summary>Reads a message of a channel or thread of the guild; <see cref="OutcomeKind.NotFound"/> where it is another's.</summary>
    public async Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadInGuildAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken)
    {
        ActionOutcome? refusal = await ForeignAsync(guild, channel, cancellationToken)
            ?? permissions.InChannel(guild, channel, Core.Platform.GuildPermissions.ViewChannel | Core.Platform.GuildPermissions.ReadMessageHistory);
        return refusal is { } why ? (why, null) : await ReadOneAsync(guild, channel, message, cancellationToken);
    }

    /// <summary>Null where the channel is the guild's.</summary>
    private async Task<ActionOutcome?> ForeignAsync(Snowflake guild, Snowflake channel, CancellationToken cancellationToken)
    {
        try
        {
            return await channels.FindAsync(channel, cancellationToken) is IGuildChannel found && found.GuildId == guild.Value
                ? null
                : new ActionOutcome(OutcomeKind.NotFound, "The channel is not in this server.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return Calls.Outcome(fault);
        }
    }

    private async Task<ChatMessage> CompleteAsync(IMessage message, Snowflake guild, CancellationToken cancellationToken)
    {
        Membership? membership = guild.Value == 0 || message.Author.IsWebhook ? null : await members.FindAsync(guild, new Snowflake(message.Author.Id), cancellationToken);
        return mapper.Map(message, guild, facts.Take(message.Id), membership, isEdit: false);
    }
}
