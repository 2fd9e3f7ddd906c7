using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Lanes;

namespace ModBot.Discord.Tests.Support;

/// <summary>All messages of all channels, as the server has them.</summary>
internal sealed class FakeHistory : IMessageHistory
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<ulong, ChatMessage> _messages = [];

    /// <summary>Answers of this kind come first, one a call.</summary>
    public Queue<OutcomeKind> Failures { get; } = new();

    public int Calls { get; private set; }

    public void Add(ChatMessage message)
    {
        lock (_lock)
            _messages[message.Id.Value] = message;
    }

    public Task<HistoryPage> ReadPageAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Calls++;
            if (Failures.TryDequeue(out OutcomeKind kind))
                return Task.FromResult(HistoryPage.Failed(new ActionOutcome(kind, "scripted")));
            List<ChatMessage> page = [.. _messages.Values.Where(message => message.ChannelId == channel && message.Id > after).Take(limit)];
            return Task.FromResult(new HistoryPage(ActionOutcome.Done, page, page.Count == 0 ? default : page[^1].Id, page.Count, page.Count < limit));
        }
    }

    public Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadOneAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Calls++;
            return Task.FromResult(_messages.TryGetValue(message.Value, out ChatMessage? found)
                ? (ActionOutcome.Done, (ChatMessage?)found)
                : (new ActionOutcome(OutcomeKind.NotFound, ""), null));
        }
    }
}
