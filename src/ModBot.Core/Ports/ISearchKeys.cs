using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>The keys under which words are hashed for the search index. They lie with the key ring: without them the index tells nothing.</summary>
public interface ISearchKeys
{
    /// <summary>The guild's key, 32 bytes; always the same for one guild and key ring.</summary>
    byte[] KeyOf(Snowflake guild);
}
