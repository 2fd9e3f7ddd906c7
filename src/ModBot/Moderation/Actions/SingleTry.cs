using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Moderation.Actions;

/// <summary>Makes calls that the platform would do twice: one that may have arrived is never made again, also not after a crash.</summary>
internal sealed class SingleTry(IActionOutbox outbox)
{
    /// <summary>Makes the call unless it may have been made before.</summary>
    /// <param name="actionId">Whose call it is; the action has no other note.</param>
    /// <param name="doubt">What to say where it may have been made.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops it before the call.</param>
    public async Task<ActionOutcome> RunAsync(long actionId, string doubt, Func<Task<ActionOutcome>> call, CancellationToken cancellationToken)
    {
        string own = Guid.NewGuid().ToString("N");
        if (await outbox.NoteAsync(actionId, own, cancellationToken) != own)
            return new ActionOutcome(OutcomeKind.Rejected, doubt);
        ActionOutcome outcome = await call();
        switch (outcome.Kind)
        {
            case OutcomeKind.Done:
                return outcome;
            case OutcomeKind.Unavailable:
                return new ActionOutcome(OutcomeKind.Rejected, $"{outcome.Detail} {doubt}");
            default:
                // Refused: it certainly was not done, and may be tried once the reason is gone.
                await outbox.ClearNoteAsync(actionId, cancellationToken);
                return outcome;
        }
    }
}
