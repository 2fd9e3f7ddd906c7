using System.Text.Json.Nodes;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>A registered application command, in the shape that the API answers with.</summary>
internal sealed class CommandState
{
    public required Snowflake Id { get; init; }

    /// <summary>Absent for a global command.</summary>
    public Snowflake? GuildId { get; init; }

    public required JsonObject Definition { get; init; }

    public string Name => (string)Definition["name"]!;

    /// <summary>1 chat, 2 user, 3 message.</summary>
    public int Type => (int)Definition["type"]!;
}
