using System.Text.Json.Nodes;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.Interactions;

/// <summary>One use of a command, component or modal, from its dispatch until its token runs out.</summary>
internal sealed class InteractionState
{
    public const int Command = 2, Component = 3, Autocomplete = 4, ModalSubmit = 5;

    public required Snowflake Id { get; init; }

    public required string Token { get; init; }

    /// <summary>2 command, 3 component, 4 autocomplete, 5 modal submit.</summary>
    public required int Type { get; init; }

    public required Snowflake UserId { get; init; }

    public required Snowflake ChannelId { get; init; }

    public Snowflake? GuildId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The message that the component sits on; for a modal, of the component that opened it.</summary>
    public Snowflake? SourceMessageId { get; init; }

    /// <summary>The wire's interaction_metadata of messages that answer this interaction.</summary>
    public required JsonObject Metadata { get; init; }

    /// <summary>1 chat, 2 user, 3 message; 0 for anything but a command.</summary>
    public int CommandType { get; init; }

    /// <summary>The command with its sub-commands; empty for anything but a command.</summary>
    public string CommandName { get; init; } = "";

    /// <summary>The callback's type once there was one; 0 before.</summary>
    public int ResponseType { get; set; }

    /// <summary>Set when the three seconds ran out.</summary>
    public bool Expired { get; set; }

    public bool Ephemeral { get; set; }

    /// <summary>What <c>@original</c> means.</summary>
    public Snowflake? OriginalId { get; set; }

    public JsonObject? Modal { get; set; }

    public ITimer? Deadline { get; set; }

    /// <summary>Done with the first answer (or with none in time).</summary>
    public TaskCompletionSource<SandboxReply> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done with the answer that can be read: at once, or with the first edit after a deferral.</summary>
    public TaskCompletionSource<SandboxReply> Settled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
