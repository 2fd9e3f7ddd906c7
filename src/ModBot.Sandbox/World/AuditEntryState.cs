using System.Text.Json.Nodes;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class AuditEntryState
{
    public required Snowflake Id { get; init; }

    public required AuditAction Action { get; init; }

    public Snowflake? UserId { get; init; }

    public Snowflake? TargetId { get; init; }

    public JsonArray? Changes { get; init; }

    public JsonObject? Options { get; init; }

    public string? Reason { get; init; }
}
