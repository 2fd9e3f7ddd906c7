using ModBot.Core.Cases;
using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>Tells of cases as they are opened and reviewed in this process.</summary>
public interface ICaseFeed
{
    /// <summary>Changes of a guild's cases from now on, until cancelled. A reader that falls behind loses the oldest.</summary>
    IAsyncEnumerable<CaseChange> WatchAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Tells everybody who watches.</summary>
    void Publish(CaseChange change);
}
