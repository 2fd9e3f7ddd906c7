using ModBot.Core.Filters.History;
using ModBot.Core.Filters.Members;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>
/// A read-only view of what happened lately in one guild, what is judged not included. Windows count by the time of messages,
/// end with a moment, and include both ends.
/// </summary>
public interface IBehaviourHistory
{
    /// <summary>The author's messages in the window, oldest first; to be read before the history changes.</summary>
    ReadOnlySpan<TrailEntry> Messages(Snowflake author, TimeSpan within, DateTimeOffset until);

    /// <summary>How much was posted in a channel, or in the whole server where <paramref name="channel"/> is 0. What no rule asked to be added up is 0.</summary>
    int Sum(FloodKind what, Snowflake channel, TimeSpan within, DateTimeOffset until);

    /// <summary>Adds everybody who was mentioned there in the window.</summary>
    void Mentioned(FloodKind what, Snowflake channel, TimeSpan within, DateTimeOffset until, HashSet<Snowflake> into);

    /// <summary>Adds the messages with that content in the window, whoever posted them, oldest first.</summary>
    /// <returns>The content's own key: near-identical texts have that of the first of them.</returns>
    ContentKey FindContent(ContentKey key, TimeSpan within, DateTimeOffset until, List<ContentPost> into);

    /// <summary>The incident that messages with any of these contents belong to; null where none was removed in the window.</summary>
    string? FindIncident(in MessageTrace trace, TimeSpan within, DateTimeOffset until);

    /// <summary>Adds those who joined in the window, the earliest first.</summary>
    void FindArrivals(TimeSpan within, DateTimeOffset until, List<Arrival> into);

    /// <summary>How often somebody left in the window.</summary>
    int CountDepartures(Snowflake member, TimeSpan within, DateTimeOffset until);

    /// <summary>The names of moderators that were seen.</summary>
    IReadOnlyCollection<StaffName> Staff { get; }

    /// <summary>When the rule last hit the author; null where it did not, or has no cooldown.</summary>
    DateTimeOffset? LastHit(string rule, Snowflake author);
}
