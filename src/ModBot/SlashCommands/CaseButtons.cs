using ModBot.Core.Cases;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary>The buttons on review cards.</summary>
internal sealed class CaseButtons(IModerationLog log, ReviewCards cards, ICaseReviewer reviewer) : IComponentHandler
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

    private async Task ReviewAsync(Interaction interaction, IInteractionResponder responder, ModerationCase moderationCase, Decision decision, CancellationToken cancellationToken)
    {
        ReviewOutcome recorded = await reviewer.ReviewAsync(
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
        await responder.UpdateMessageAsync(await cards.RenderAsync(recorded.Case, cancellationToken), cancellationToken);
        if (!recorded.Decided)
        {
            Review first = recorded.Case.Reviews[0];
            await responder.FollowUpAsync(
                new OutgoingMessage { Content = $"Case {moderationCase.Number} was already {first.Decision.ToString().ToLowerInvariant()} by {SafeText.Inline(first.ModeratorName, 80)}.", Ephemeral = true },
                cancellationToken);
        }
        else if (recorded.Remarks.Count > 0)
        {
            await responder.FollowUpAsync(new OutgoingMessage { Content = SafeText.Inline(string.Join(' ', recorded.Remarks), 1_800), Ephemeral = true }, cancellationToken);
        }
    }

    private sealed record Decision(ReviewDecision Kind, string Reason);
}
