using ModBot.Core.Messages;

namespace ModBot.Stress;

/// <summary>A message that the soak posted.</summary>
internal readonly record struct SoakPost(Snowflake Id, Snowflake Channel, bool IsSpam);
