using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>A thread as far as rules need to know it.</summary>
/// <param name="Id">The thread.</param>
/// <param name="ParentChannelId">The channel that it belongs to; 0 where unknown.</param>
/// <param name="CategoryId">That channel's category; null for none or where unknown.</param>
/// <param name="OwnerId">Who opened it; null where unknown.</param>
/// <param name="Name">Empty where unknown.</param>
public sealed record ThreadSummary(Snowflake Id, Snowflake ParentChannelId, Snowflake? CategoryId, Snowflake? OwnerId, string Name);
