using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>No messages before this one: what <c>check</c> judges with.</summary>
public sealed class EmptyHistory : IBehaviourHistory
{
    public static readonly EmptyHistory Instance = new();

    private EmptyHistory()
    {
    }

    public int CountMessages(Snowflake author, TimeSpan within, DateTimeOffset until) => 0;

    public void FindSimilar(Snowflake author, ulong fingerprint, TimeSpan within, DateTimeOffset until, List<MessageReference> into)
    {
    }
}
