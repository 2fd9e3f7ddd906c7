using System.Collections.Concurrent;
using ModBot.Core.Messages;

namespace ModBot.Moderation;

/// <summary>What is remembered of each guild while the process runs.</summary>
internal sealed class GuildMemories
{
    private readonly ConcurrentDictionary<Snowflake, GuildMemory> memories = new();

    public GuildMemory Of(Snowflake guild) => memories.GetOrAdd(guild, static _ => new GuildMemory());

    public void Forget(Snowflake guild) => memories.TryRemove(guild, out _);
}
