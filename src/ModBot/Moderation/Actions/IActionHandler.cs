using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>
/// Carries out actions of a family, and takes them back. A try may come a second time after a crash: it must not do anything
/// twice. A new family is its own file and one registration line.
/// </summary>
internal interface IActionHandler
{
    /// <summary>The actions it carries out; no other handler has them.</summary>
    IReadOnlyCollection<ActionKind> Kinds { get; }

    Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken);

    /// <summary>When an overturned case takes it back.</summary>
    bool IsUndone(ActionKind kind) => false;

    /// <summary>After what time it is taken back by itself; null for never.</summary>
    TimeSpan? LastsFor(RuleAction action) => null;

    /// <summary>Takes back what was done. The outcome's detail says what has become of it.</summary>
    Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ActionOutcome(OutcomeKind.Rejected, "cannot be taken back"));
}
