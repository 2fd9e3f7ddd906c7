using System.Collections.Concurrent;
using System.Collections.Immutable;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>Uses every way of answering that the client offers.</summary>
internal sealed class ProbeBot(IModerationPlatform platform) : IPlatformEventHandler
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static readonly ImmutableArray<CommandDefinition> Commands =
    [
        new CommandDefinition { Name = "form", Description = "Opens a form." },
        new CommandDefinition { Name = "slow", Description = "Answers late." },
        new CommandDefinition
        {
            Name = "pick",
            Description = "Suggests numbers.",
            Options = [new CommandOption { Kind = CommandOptionKind.Integer, Name = "number", Description = "Which one.", Autocompletes = true }],
        },
    ];

    /// <summary>Done when the session began and the commands are registered.</summary>
    public Task Ready => ready.Task;

    /// <summary>Outcomes of answers that were not done.</summary>
    public ConcurrentQueue<ActionOutcome> Failures { get; } = new();

    public async ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
    {
        switch (platformEvent)
        {
            case SessionReady:
                Note(await platform.RegisterCommandsAsync(Commands, cancellationToken));
                ready.TrySetResult();
                break;
            case InteractionReceived { Interaction: var interaction, Responder: var responder }:
                await AnswerAsync(interaction, responder, cancellationToken);
                break;
        }
    }

    private async Task AnswerAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        switch (interaction)
        {
            case { Kind: InteractionKind.Command, Command: "form" }:
                Note(await responder.OpenModalAsync(new Modal("probe.form", "Why?", [new ModalInput("reason", "Reason", IsParagraph: true, MaximumLength: 200)]), cancellationToken));
                break;
            case { Kind: InteractionKind.Command, Command: "slow" }:
                Note(await responder.DeferAsync(ephemeral: false, update: false, cancellationToken));
                Note(await responder.RespondAsync(new OutgoingMessage { Content = "here it is" }, cancellationToken));
                Note(await responder.FollowUpAsync(new OutgoingMessage { Content = "and once more" }, cancellationToken));
                break;
            case { Kind: InteractionKind.Autocomplete }:
                Note(await responder.SuggestAsync([new CommandChoice("Seven", "7")], cancellationToken));
                break;
            case { Kind: InteractionKind.ModalSubmit }:
                Note(await responder.RespondAsync(new OutgoingMessage { Content = $"reason: {interaction.Inputs["reason"]}", Ephemeral = true }, cancellationToken));
                break;
            case { Kind: InteractionKind.Component, CustomId: "probe.late" }:
                Note(await responder.DeferAsync(ephemeral: false, update: true, cancellationToken));
                Note(await responder.UpdateMessageAsync(new OutgoingMessage { Content = "updated late" }, cancellationToken));
                break;
            case { Kind: InteractionKind.Component }:
                Note(await responder.UpdateMessageAsync(new OutgoingMessage { Content = $"chosen: {string.Join(',', interaction.Values)}" }, cancellationToken));
                break;
        }
    }

    private void Note(ActionOutcome outcome)
    {
        if (!outcome.IsDone)
            Failures.Enqueue(outcome);
    }
}
