using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>Overturns every case that one rule led to, each with all that it did.</summary>
internal sealed class RuleUndo(IModerationLog log, CaseReviewer reviewer)
{
    /// <summary>The most cases of one run; what is left is said and taken by the next.</summary>
    public const int MaximumCases = 500;

    private const int Page = 200;

    /// <summary>Takes back what the rule did.</summary>
    /// <param name="order">Which rule, since when, for whom.</param>
    /// <param name="progress">Told after every case how many of how many are through.</param>
    /// <param name="cancellationToken">Stops between two cases.</param>
    public async Task<RuleUndoReport> RunAsync(RuleUndoOrder order, Func<int, int, Task> progress, CancellationToken cancellationToken)
    {
        (List<long> numbers, bool more) = await FindAsync(order, cancellationToken);
        int overturned = 0, failedSteps = 0, waitingSteps = 0;
        for (int i = 0; i < numbers.Count; i++)
        {
            var decision = new CaseDecision
            {
                GuildId = order.GuildId,
                Number = numbers[i],
                Decision = ReviewDecision.Overturned,
                ModeratorId = order.ModeratorId,
                ModeratorName = order.ModeratorName,
                Reason = order.Reason,
            };
            if (await reviewer.ReviewAsync(decision, cancellationToken) is { Decided: true } outcome)
            {
                overturned++;
                failedSteps += outcome.Case.Actions.Count(action => action is { Action: Core.Actions.TakeBackAction, State: ActionState.Failed });
                waitingSteps += outcome.Case.Actions.Count(action => action is { Action: Core.Actions.TakeBackAction, State: ActionState.Pending });
            }

            await progress(i + 1, numbers.Count);
        }

        return new RuleUndoReport(overturned, failedSteps, waitingSteps, more);
    }

    /// <summary>Cases that did something and that nobody has reviewed, newest first.</summary>
    private async Task<(List<long> Numbers, bool More)> FindAsync(RuleUndoOrder order, CancellationToken cancellationToken)
    {
        var numbers = new List<long>();
        long? before = null;
        while (true)
        {
            IReadOnlyList<ModerationCase> page = await log.ListCasesAsync(
                new CaseQuery { GuildId = order.GuildId, Rule = order.Rule, Before = before, Limit = Page, IncludePrivate = true }, cancellationToken);
            foreach (ModerationCase found in page)
            {
                if (found.OpenedAt < order.Since)
                    return (numbers, false);
                if (found.Actions.Count == 0 || found.Reviews.Count > 0)
                    continue;
                if (numbers.Count == MaximumCases)
                    return (numbers, true);
                numbers.Add(found.Number);
            }

            if (page.Count < Page)
                return (numbers, false);
            before = page[^1].Number;
        }
    }
}
