using ModBot.Core.Messages;

namespace ModBot.Sandbox.Messages;

/// <summary>The message that a reply answers or a forward copies.</summary>
internal sealed record MessageReferenceDraft(Snowflake MessageId, Snowflake? ChannelId, bool FailIfNotExists, bool IsForward);
