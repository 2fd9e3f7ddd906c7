namespace ModBot.Core.Messages;

/// <summary>Where a message stands.</summary>
public readonly record struct MessageReference(Snowflake ChannelId, Snowflake MessageId);
