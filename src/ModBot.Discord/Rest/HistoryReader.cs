using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Lanes;
using ModBot.Discord.Parsing;
using ModBot.Discord.State;

namespace ModBot.Discord.Rest;

/// <summary>Reads messages over REST and completes what REST leaves out: the author's membership.</summary>
internal sealed class HistoryReader(
    RestClient rest, GuildDirectory guilds, BotAccount account, MemberDirectory members, PermissionCheck permissions, ILogger<HistoryReader> logger) : IMessageHistory
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

    public Task<HistoryPage> ReadPageAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken)
    {
        int size = Math.Clamp(limit, 1, PageSize);
        return ReadPageAsync(guild, channel, RestRoute.MessagesAfter(channel, after, size), size, cancellationToken);
    }

    /// <summary>Reads up to 100 messages before an id.</summary>
    public async Task<(ActionOutcome Outcome, MessagePage? Page)> ReadBackAsync(Snowflake guild, Snowflake channel, Snowflake before, int limit, CancellationToken cancellationToken)
    {
        int size = Math.Clamp(limit, 1, PageSize);
        HistoryPage page = await ReadPageAsync(guild, channel, RestRoute.MessagesBefore(channel, before, size), size, cancellationToken);
        return (page.Outcome, page.Outcome.IsDone ? page.Backwards : null);
    }

    private async Task<HistoryPage> ReadPageAsync(Snowflake guild, Snowflake channel, RestRoute route, int size, CancellationToken cancellationToken)
    {
        if (permissions.InChannel(guild, channel, GuildPermissions.ViewChannel | GuildPermissions.ReadMessageHistory) is { } refusal)
            return HistoryPage.Failed(refusal);
        RestReply reply = await rest.SendAsync(RestRequest.Get(route), cancellationToken);
        if (!reply.IsSuccess)
            return HistoryPage.Failed(reply.ToOutcome());
        List<ParsedMessage>? parsed = Parse(reply.Body, guild.Value);
        if (parsed is null)
            return HistoryPage.Failed(new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer could not be read."));

        // Newest first by the documents, but only the ids are sure.
        parsed.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        await members.LearnAsync(guild, parsed.Where(one => one.Message is { } read && NeedsMember(read)).Select(one => one.Message!.Author.Id), cancellationToken);
        var messages = new List<ChatMessage>(parsed.Count);
        foreach (ParsedMessage one in parsed)
        {
            if (one.Message is { } message)
                messages.Add(await CompleteAsync(message, cancellationToken));
        }

        ulong newest = parsed.Count == 0 ? 0 : parsed[^1].Id;
        return new HistoryPage(ActionOutcome.Done, messages, new Snowflake(newest), parsed.Count, parsed.Count < size) { Oldest = new Snowflake(parsed.Count == 0 ? 0 : parsed[0].Id) };
    }

    public async Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadOneAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken)
    {
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Message(channel, message)), cancellationToken);
        if (!reply.IsSuccess)
            return (reply.ToOutcome(), null);
        try
        {
            var reader = new Utf8JsonReader(reply.Body);
            reader.Read();
            ParsedMessage parsed = new MessageParser(guilds, account).Read(ref reader, isEdit: false, guild.Value);
            return (ActionOutcome.Done, parsed.Message is { } found ? await CompleteAsync(found, cancellationToken) : null);
        }
        catch (JsonException exception)
        {
            RestLog.Unreadable(logger, "channels/c/messages/m", exception);
            return (new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer could not be read."), null);
        }
    }

    private List<ParsedMessage>? Parse(byte[] body, ulong guild)
    {
        try
        {
            var parser = new MessageParser(guilds, account);
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 128 });
            List<ParsedMessage> messages = [];
            if (!reader.Read() || !reader.EntersArray())
                return null;
            while (reader.NextItem())
            {
                ParsedMessage message = parser.Read(ref reader, isEdit: false, guild);
                if (message.HasId)
                    messages.Add(message);
            }

            return messages;
        }
        catch (JsonException exception)
        {
            RestLog.Unreadable(logger, "channels/c/messages", exception);
            return null;
        }
    }

    private static bool NeedsMember(ChatMessage message)
    {
        MessageAuthor author = message.Author;
        bool isKnown = author.JoinedAt is not null || author.RoleIds.Count > 0;
        return !isKnown && !author.IsWebhook && author.Id.Value != 0 && message.GuildId.Value != 0;
    }

    private async Task<ChatMessage> CompleteAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        MessageAuthor author = message.Author;
        if (!NeedsMember(message))
            return message;
        if (await members.FindAsync(message.GuildId, author.Id, cancellationToken) is not { } membership)
            return message;
        bool isModerator = guilds.Find(message.GuildId.Value) is { } guild
            && (PermissionMath.InChannel(guild, guild.FindChannel(message.ChannelId.Value), author.Id.Value, membership.Roles) & GuildPermissions.ManageMessages) != GuildPermissions.None;
        return message with
        {
            Author = author with { RoleIds = membership.Roles, JoinedAt = membership.JoinedAt, Nickname = membership.Nickname, IsModerator = isModerator },
        };
    }
}
