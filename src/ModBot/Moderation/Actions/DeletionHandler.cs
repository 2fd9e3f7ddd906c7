using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation.Actions;

/// <summary>Deletes messages. What was deleted can be posted again under the author's name; no platform gives it back.</summary>
internal sealed class DeletionHandler(DeletionBatches batches, IModerationLog log, Reposting reposting) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.Delete, ActionKind.DeleteRelated, ActionKind.DeleteRecent];

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        MessageReference[] messages = context.Action switch
        {
            DeleteRecentAction recent => await FindRecentAsync(context.Case, recent, cancellationToken),
            DeleteRelatedAction => FindRelated(context.Case),
            _ => context.Case.Key.IsMessage ? [new MessageReference(context.Case.ChannelId, context.Case.Key.MessageId)] : [],
        };
        ActionOutcome[] outcomes = await Task.WhenAll(messages.GroupBy(message => message.ChannelId).Select(channel =>
            batches.DeleteAsync(context.Guild, channel.Key, [.. channel.Select(message => message.MessageId)], context.Reason, cancellationToken)));
        ActionOutcome worst = outcomes.FirstOrDefault(outcome => outcome.MayRetry) is { MayRetry: true } again ? again : outcomes.FirstOrDefault(outcome => !outcome.IsDone);
        return !worst.IsDone ? worst : new ActionOutcome(OutcomeKind.Done, messages.Length == 1 ? "" : $"{messages.Length} messages");
    }

    public Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken) => context.Action is DeleteAction
        ? reposting.PostAsync(context, cancellationToken)
        : Task.FromResult(new ActionOutcome(OutcomeKind.Rejected, "the other messages cannot be restored: their text is not kept"));

    private async Task<MessageReference[]> FindRecentAsync(ModerationCase moderationCase, DeleteRecentAction recent, CancellationToken cancellationToken)
    {
        IReadOnlyList<MessageReference> found = await log.ListMessagesAsync(
            moderationCase.Key.GuildId, moderationCase.AuthorId, moderationCase.PostedAt - recent.Within, moderationCase.PostedAt.AddMilliseconds(1), 200, cancellationToken);
        return
        [
            .. found.Where(message => message.MessageId != moderationCase.Key.MessageId && (recent.AllChannels || message.ChannelId == moderationCase.ChannelId)).Take(recent.Count),
        ];
    }

    private static MessageReference[] FindRelated(ModerationCase moderationCase) =>
        [.. (moderationCase.Evidence?.Hits ?? []).Where(hit => hit.Disposition == Disposition.Delete && !hit.Shadow).SelectMany(hit => hit.Related).Distinct()];
}
