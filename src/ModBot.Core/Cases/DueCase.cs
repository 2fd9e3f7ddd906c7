using ModBot.Core.Messages;

namespace ModBot.Core.Cases;

/// <summary>A case with something to do.</summary>
/// <param name="Position">Where it stands among the others; for reading on.</param>
public readonly record struct DueCase(long Position, Snowflake GuildId, long Number);
