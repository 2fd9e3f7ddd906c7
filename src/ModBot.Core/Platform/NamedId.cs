using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>What an id stands for.</summary>
public enum NamedKind
{
    Role,
    Channel,
}

/// <summary>A role or channel by id and name.</summary>
public sealed record NamedId(NamedKind Kind, Snowflake Id, string Name);
