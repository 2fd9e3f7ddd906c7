using ModBot.Core.Audit;
using ModBot.Core.Platform;
using ModBot.Moderation;
using ModBot.Moderation.Restraints;

namespace ModBot.SlashCommands.Restraints;

/// <summary>The button under the notice that a rule was held back.</summary>
internal sealed class RestraintButtons(CircuitBreaker breaker, CommandAudit audit) : IComponentHandler
{
    public string Prefix => RestraintButton.Family;

    public async Task PressAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        string rule = RestraintButton.Read(interaction.CustomId) ?? throw new CommandFault("This button belongs to another version of ModBot.");
        InteractionRouter.Demand(interaction, GuildPermissions.ManageGuild);
        bool wasHeld = await breaker.ResetAsync(interaction.GuildId, rule, cancellationToken);
        if (wasHeld)
            await audit.WriteAsync(interaction, AuditKind.BreakerReset, rule, "", cancellationToken);
        string text = wasHeld
            ? $"▶ The rule **{SafeText.Inline(rule, 40)}** acts again, by {SafeText.Inline(interaction.User.DisplayName, 80)}."
            : $"The rule **{SafeText.Inline(rule, 40)}** is not held back any more.";
        await responder.UpdateMessageAsync(new OutgoingMessage { Content = text }, cancellationToken);
    }

    public Task SubmitAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken) =>
        throw new CommandFault("This form belongs to another version of ModBot.");
}
