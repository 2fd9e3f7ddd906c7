using ModBot.Core.Filters.History;
using ModBot.Core.Filters.Members;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Nothing happened before: what <c>check</c> judges with.</summary>
public sealed class EmptyHistory : IBehaviourHistory
{
    public static readonly EmptyHistory Instance = new();

    private EmptyHistory()
    {
    }

    public IReadOnlyCollection<StaffName> Staff => [];

    public ReadOnlySpan<TrailEntry> Messages(Snowflake author, TimeSpan within, DateTimeOffset until) => [];

    public int Sum(FloodKind what, Snowflake channel, TimeSpan within, DateTimeOffset until) => 0;

    public void Mentioned(FloodKind what, Snowflake channel, TimeSpan within, DateTimeOffset until, HashSet<Snowflake> into)
    {
    }

    public ContentKey FindContent(ContentKey key, TimeSpan within, DateTimeOffset until, List<ContentPost> into) => key;

    public string? FindIncident(in MessageTrace trace, TimeSpan within, DateTimeOffset until) => null;

    public void FindArrivals(TimeSpan within, DateTimeOffset until, List<Arrival> into)
    {
    }

    public int CountDepartures(Snowflake member, TimeSpan within, DateTimeOffset until) => 0;

    public DateTimeOffset? LastHit(string rule, Snowflake author) => null;
}
