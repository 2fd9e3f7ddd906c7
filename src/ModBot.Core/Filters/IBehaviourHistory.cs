using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>A read-only view of one guild's recent messages, the judged one not among them. Windows count by message time.</summary>
public interface IBehaviourHistory
{
    /// <summary>How many messages the author posted in the window that ends with <paramref name="until"/>, both ends included.</summary>
    int CountMessages(Snowflake author, TimeSpan within, DateTimeOffset until);

    /// <summary>The author's messages in the window that are near-identical to one with this fingerprint, in any channel, oldest first.</summary>
    void FindSimilar(Snowflake author, ulong fingerprint, TimeSpan within, DateTimeOffset until, List<MessageReference> into);
}
