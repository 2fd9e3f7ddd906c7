using System.Text.Json.Serialization;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>A guild's channel or thread, or a direct-message channel, with its messages in order of id.</summary>
internal sealed class ChannelState
{
    public required Snowflake Id { get; init; }

    public required ChannelKind Type { get; set; }

    /// <summary>Absent for a direct-message channel.</summary>
    public Snowflake? GuildId { get; init; }

    public string Name { get; set; } = "";

    public string? Topic { get; set; }

    public int Position { get; set; }

    public Snowflake? ParentId { get; set; }

    public bool Nsfw { get; set; }

    /// <summary>Slowmode in seconds, 0..21600.</summary>
    public int RateLimitPerUser { get; set; }

    public int? DefaultAutoArchiveMinutes { get; set; }

    public Snowflake? LastMessageId { get; set; }

    public DateTimeOffset? LastPinAt { get; set; }

    public List<OverwriteState> Overwrites { get; set; } = [];

    public ThreadFacts? Thread { get; init; }

    /// <summary>The other side of a direct-message channel.</summary>
    public Snowflake? RecipientId { get; init; }

    public List<MessageState> Messages { get; init; } = [];

    public List<DeletedMessageState> Deleted { get; init; } = [];

    [JsonIgnore]
    public bool HoldsMessages => Type is not (ChannelKind.Category or ChannelKind.Forum or ChannelKind.Media);

    public OverwriteState? Overwrite(Snowflake id) => Overwrites.Find(o => o.Id == id);

    public MessageState? Find(Snowflake id)
    {
        int at = IndexOf(id);
        return at >= 0 ? Messages[at] : null;
    }

    public DeletedMessageState? FindDeleted(Snowflake id) => Deleted.Find(d => d.Message.Id == id);

    /// <summary>Adds a message in its place; false where the id is taken.</summary>
    public bool Insert(MessageState message)
    {
        int at = IndexOf(message.Id);
        if (at >= 0)
            return false;
        Messages.Insert(~at, message);
        if (LastMessageId is null || message.Id > LastMessageId)
            LastMessageId = message.Id;
        return true;
    }

    public void Remove(MessageState message)
    {
        int at = IndexOf(message.Id);
        if (at >= 0)
            Messages.RemoveAt(at);
    }

    /// <summary>The index of the id, or the complement of where it would stand.</summary>
    public int IndexOf(Snowflake id)
    {
        int low = 0, high = Messages.Count - 1;
        if (high >= 0 && Messages[high].Id < id)
            return ~Messages.Count;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = Messages[middle].Id.CompareTo(id);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
