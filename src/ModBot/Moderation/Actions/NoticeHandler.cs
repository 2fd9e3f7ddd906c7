using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Guilds;
using ModBot.Core.Members;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation.Restraints;

namespace ModBot.Moderation.Actions;

/// <summary>
/// Tells members in private what happened to them, within the ration: nothing for spam and scams, nothing during an incident or a
/// raid, and never a second try where the member took none.
/// </summary>
internal sealed class NoticeHandler(
    IModerationPlatform platform, IModerationLog log, IDirectMessageRation ration, DirectMessageLimits limits, GuildStates states, ActionTexts texts, TimeProvider time) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.NotifyAuthor, ActionKind.Warn];

    public bool IsUndone(ActionKind kind) => kind == ActionKind.Warn;

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ActionOutcome told = await TellAsync(context, cancellationToken);
        // A warning stands on the record, whether or not it could be told.
        return context.Action is WarnAction && !told.IsDone && !told.MayRetry ? new ActionOutcome(OutcomeKind.Done, $"warned; {told.Detail}") : told;
    }

    public Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ActionOutcome(OutcomeKind.Done, "the warning no longer counts"));

    private async Task<ActionOutcome> TellAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(context, cancellationToken) is { } refusal)
            return new ActionOutcome(OutcomeKind.Rejected, $"not told: {refusal}");
        ActionOutcome outcome = await platform.SendDirectAsync(context.Author, await NoticeAsync(context, cancellationToken), cancellationToken);
        if (outcome.Kind == OutcomeKind.Forbidden)
            await ration.RefuseAsync(context.Author, context.Entry.Id, cancellationToken);
        return outcome.IsDone || outcome.MayRetry ? outcome : outcome with { Detail = $"not told: {outcome.Detail}" };
    }

    private async Task<string?> RefusalAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ModerationCase about = context.Case;
        // Who was taken for a spammer by mistake is told so.
        if (!context.IsOverturned)
        {
            if (about.Categories.Contains(Category.Spam) || about.Categories.Contains(Category.ScamLink))
                return "spammers get no messages";
            if (about.IncidentNumber != about.Number || await log.CountIncidentAsync(context.Guild, about.IncidentNumber, cancellationToken) > 1)
                return "an incident is under way";
            GuildState state = await states.GetAsync(context.Guild, cancellationToken);
            if (state.LevelAt(time.GetUtcNow()) > RaidLevel.None)
                return "a raid is under way";
        }

        return await ration.TakeAsync(new DirectMessageRequest(context.Guild, context.Author, context.Entry.Id, time.GetUtcNow()), limits, cancellationToken);
    }

    private async Task<OutgoingMessage> NoticeAsync(ActionContext context, CancellationToken cancellationToken)
    {
        string template = context.Action switch
        {
            WarnAction warn => warn.Text,
            NotifyAuthorAction notify => notify.Text,
            _ => "",
        };
        string text = template.Length > 0 ? await texts.RenderAsync(template, context.Case, cancellationToken)
            : context.Action is WarnAction ? await texts.RenderAsync("You are warned in {server} (case {case}). Reason: {category}. Please read the server's rules.", context.Case, cancellationToken)
            : AuthorNotice.TextFor(context.Case);
        return new OutgoingMessage { Content = SafeText.Cut(text, OutgoingMessage.MaximumContent), Nonce = CaseNonce.OfAction(context.Guild, context.Entry.Id) };
    }
}
