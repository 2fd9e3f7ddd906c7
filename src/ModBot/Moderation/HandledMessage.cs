using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation;

/// <summary>A message that was judged, stored and acted on.</summary>
internal sealed record HandledMessage(Snowflake GuildId, Snowflake MessageId, Disposition Disposition, long? CaseNumber);
