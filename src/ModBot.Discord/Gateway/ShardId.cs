namespace ModBot.Discord.Gateway;

/// <summary>A shard's number among all.</summary>
internal readonly record struct ShardId(int Number, int Total);
