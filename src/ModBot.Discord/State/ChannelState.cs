using ModBot.Core.Messages;

namespace ModBot.Discord.State;

/// <summary>A channel or an active thread. Immutable to those who ask, but for <see cref="LastMessageId"/>.</summary>
internal sealed record ChannelState
{
    private object? _topic;
    private ulong _lastMessageId;

    public required ulong Id { get; init; }

    /// <summary>Kept of text channels and threads only (<see cref="IsNamed"/>).</summary>
    public string Name { get; init; } = "";

    /// <summary>Discord's channel type; unknown ones are kept as they come.</summary>
    public int Type { get; init; }

    /// <summary>A thread's channel, a channel's category; 0 for none.</summary>
    public ulong ParentId { get; init; }

    public string? Topic
    {
        get => _topic as string ?? (_topic as MessageContext)?.Topic;
        init => _topic = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The topic as all messages of the channel share it; made when the first one comes, most channels being silent.</summary>
    public MessageContext Context
    {
        get
        {
            object? topic = Volatile.Read(ref _topic);
            if (topic is not string text)
                return topic as MessageContext ?? MessageContext.None;
            var context = new MessageContext(text, null);
            Volatile.Write(ref _topic, context);
            return context;
        }
    }

    public PermissionOverwrite[] Overwrites { get; init; } = [];

    public bool IsThread => Type is 10 or 11 or 12;

    /// <summary>Text and announcement channels: where people write and a bot may post.</summary>
    public bool IsText => Type is 0 or 5;

    /// <summary>The newest message known to exist here, 0 for none: what a lost session is caught up from.</summary>
    public ulong LastMessageId
    {
        get => Volatile.Read(ref _lastMessageId);
        init => _lastMessageId = value;
    }

    /// <summary>Whether anything asks for the name of channels of this type.</summary>
    public static bool IsNamed(int type) => type is 0 or 5 or 10 or 11 or 12;

    /// <summary>Raises <see cref="LastMessageId"/>; older ids change nothing.</summary>
    public void Note(ulong messageId)
    {
        ulong seen = Volatile.Read(ref _lastMessageId);
        while (messageId > seen)
        {
            ulong before = Interlocked.CompareExchange(ref _lastMessageId, messageId, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
