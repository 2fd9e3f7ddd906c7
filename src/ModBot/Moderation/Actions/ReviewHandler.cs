using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>Shows the case to the moderators.</summary>
internal sealed class ReviewHandler(ReviewCards cards) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.Flag];

    public Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken) => cards.PostAsync(context.Case, cancellationToken);
}
