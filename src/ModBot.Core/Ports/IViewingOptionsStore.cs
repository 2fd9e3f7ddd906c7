using ModBot.Core.Messages;
using ModBot.Core.Viewing;

namespace ModBot.Core.Ports;

/// <summary>Keeps how each moderator likes to see the log.</summary>
public interface IViewingOptionsStore
{
    /// <summary>The moderator's options; the defaults where none were saved.</summary>
    Task<ViewingOptions> GetAsync(Snowflake guild, Snowflake moderator, CancellationToken cancellationToken);

    Task SaveAsync(Snowflake guild, Snowflake moderator, ViewingOptions options, CancellationToken cancellationToken);
}
