using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>One remembered message.</summary>
/// <param name="At">Milliseconds since the Unix epoch.</param>
/// <param name="ChannelId">Where it stood.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Fingerprint">0 where it had too little text.</param>
internal readonly record struct TrailEntry(long At, Snowflake ChannelId, Snowflake MessageId, ulong Fingerprint);
