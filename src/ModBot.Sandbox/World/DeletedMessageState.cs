using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>What stays of a deleted message, for the page's tombstones and for "was it deleted?".</summary>
internal sealed class DeletedMessageState
{
    public required MessageState Message { get; init; }

    public required Snowflake DeletedBy { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }

    /// <summary>The X-Audit-Log-Reason of the deletion.</summary>
    public string? Reason { get; init; }
}
