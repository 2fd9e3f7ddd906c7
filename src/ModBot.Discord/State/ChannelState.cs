using ModBot.Core.Messages;

namespace ModBot.Discord.State;

/// <summary>A channel or an active thread. Immutable but for <see cref="LastMessageId"/>.</summary>
internal sealed record ChannelState
{
    private ulong _lastMessageId;

    public required ulong Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Discord's channel type; unknown ones are kept as they come.</summary>
    public int Type { get; init; }

    /// <summary>A thread's channel, a channel's category; 0 for none.</summary>
    public ulong ParentId { get; init; }

    /// <summary>Ready to be shared by all messages of the channel; <see cref="MessageContext.None"/> without a topic.</summary>
    public MessageContext Topic { get; init; } = MessageContext.None;

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
