using ModBot.Core.Cases;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary>The buttons on review cards.</summary>
internal sealed class CaseButtons(IModerationLog log, ReviewCards cards, CaseReviewer reviewer) : IComponentHandler
{
    private const string ReasonInput = "reason";

    public string Prefix => CaseButton.Family;

    public async Task PressAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        if (!CaseButton.TryParse(interaction.CustomId, out CaseButton button, out long number))
            throw new CommandFault("This button belongs to another version of ModBot. Use `/case show` instead.");
        InteractionRouter.Demand(interaction, GuildPermissions.ManageMessages);
        ModerationCase moderationCase = await log.GetCaseAsync(interaction.GuildId, number, cancellationToken)
            ?? throw new CommandFault($"There is no case {number} in this server.");
        if (button == CaseButton.Explain)
        {
            await responder.RespondAsync(new OutgoingMessage { Content = CaseText.Explain(moderationCase), Ephemeral = true }, cancellationToken);
            return;
        }

        if (button == CaseButton.Repost)
        {
            await RepostAsync(interaction, responder, number, cancellationToken);
            return;
        }

        if (button == CaseButton.Overturn && moderationCase.Reviews.Count == 0)
        {
            var reason = new ModalInput(ReasonInput, "Why? The reason is kept with the case.", IsRequired: false, MaximumLength: CaseDecision.MaximumReason);
            await responder.OpenModalAsync(new Modal(CaseButton.Overturn.IdFor(number), $"Overturn case {number}", [reason]), cancellationToken);
            return;
        }

        await ReviewAsync(interaction, responder, moderationCase, new Decision(button == CaseButton.Uphold ? ReviewDecision.Upheld : ReviewDecision.Overturned, ""), cancellationToken);
    }

    /// <summary>Takes the form that Overturn opened.</summary>
    public async Task SubmitAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        if (!CaseButton.TryParse(interaction.CustomId, out CaseButton button, out long number) || button != CaseButton.Overturn)
            throw new CommandFault("This form belongs to another version of ModBot. Use `/case show` instead.");
        InteractionRouter.Demand(interaction, GuildPermissions.ManageMessages);
        ModerationCase moderationCase = await log.GetCaseAsync(interaction.GuildId, number, cancellationToken)
            ?? throw new CommandFault($"There is no case {number} in this server.");
        string reason = SafeText.Cut(interaction.Inputs.GetValueOrDefault(ReasonInput, "").Trim(), CaseDecision.MaximumReason);
        await ReviewAsync(interaction, responder, moderationCase, new Decision(ReviewDecision.Overturned, reason), cancellationToken);
    }

    /// <summary>Taking back takes longer than the platform waits for an answer: the card is answered for first and changed afterwards.</summary>
    private async Task ReviewAsync(Interaction interaction, IInteractionResponder responder, ModerationCase moderationCase, Decision decision, CancellationToken cancellationToken)
    {
        bool takesBack = decision.Kind == ReviewDecision.Overturned && moderationCase.Reviews.Count == 0;
        if (takesBack)
            await responder.DeferAsync(ephemeral: false, update: true, cancellationToken);
        ReviewOutcome outcome = await reviewer.ReviewAsync(
            new CaseDecision
            {
                GuildId = interaction.GuildId,
                Number = moderationCase.Number,
                Decision = decision.Kind,
                ModeratorId = interaction.User.Id,
                ModeratorName = interaction.User.DisplayName,
                Reason = decision.Reason,
            },
            cancellationToken) ?? throw new CommandFault($"There is no case {moderationCase.Number} in this server.");
        OutgoingMessage card = await cards.RenderAsync(outcome.Case, cancellationToken);
        await (takesBack ? responder.RespondAsync(card, cancellationToken) : responder.UpdateMessageAsync(card, cancellationToken));
        if (!outcome.Decided)
        {
            Review first = outcome.Case.Reviews[0];
            await SayAsync(responder, $"Case {moderationCase.Number} was already {first.Decision.ToString().ToLowerInvariant()} by {SafeText.Inline(first.ModeratorName, 80)}.", cancellationToken);
        }
        else if (outcome.Remarks.Count > 0)
        {
            await SayAsync(responder, string.Join('\n', outcome.Remarks.Select(remark => $"- {remark}")), cancellationToken);
        }
    }

    private async Task RepostAsync(Interaction interaction, IInteractionResponder responder, long number, CancellationToken cancellationToken)
    {
        await responder.DeferAsync(ephemeral: true, update: false, cancellationToken);
        string said = await reviewer.RepostAsync(interaction.GuildId, number, cancellationToken) ?? "there is no deleted message to post again";
        await responder.RespondAsync(new OutgoingMessage { Content = $"Case {number}: {SafeText.Cut(said, 500)}", Ephemeral = true }, cancellationToken);
    }

    private static Task<ActionOutcome> SayAsync(IInteractionResponder responder, string text, CancellationToken cancellationToken) =>
        responder.FollowUpAsync(new OutgoingMessage { Content = SafeText.Cut(text, OutgoingMessage.MaximumContent), Ephemeral = true }, cancellationToken);

    private sealed record Decision(ReviewDecision Kind, string Reason);
}
