namespace ModBot.Core.Platform;

/// <summary>
/// Answers one interaction. The first answer must go out within 3 s, later edits within 15 min (Discord's limits); a call
/// that comes too late returns <see cref="OutcomeKind.NotFound"/>. Exactly one first answer is sent, however often asked.
/// </summary>
public interface IInteractionResponder
{
    /// <summary>Answers with a message, or edits the deferred answer into it.</summary>
    Task<ActionOutcome> RespondAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Says that the answer takes longer. Components: <paramref name="update"/> keeps the message that carries them as what will be edited.</summary>
    Task<ActionOutcome> DeferAsync(bool ephemeral, bool update, CancellationToken cancellationToken);

    /// <summary>Components: replaces the message that carries the component.</summary>
    Task<ActionOutcome> UpdateMessageAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Adds a further message after the first answer.</summary>
    Task<ActionOutcome> FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Autocomplete: at most 25 choices, name and value 1..100 characters.</summary>
    Task<ActionOutcome> SuggestAsync(IReadOnlyList<CommandChoice> choices, CancellationToken cancellationToken);

    /// <summary>Opens a form; only as the first answer, and not to a form.</summary>
    Task<ActionOutcome> OpenModalAsync(Modal modal, CancellationToken cancellationToken);
}
