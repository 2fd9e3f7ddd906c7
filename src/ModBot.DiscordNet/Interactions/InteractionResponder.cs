using Discord;
using Discord.Rest;
using Discord.WebSocket;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.DiscordNet.Mapping;
using ModBot.DiscordNet.Rest;
using CoreModal = ModBot.Core.Platform.Modal;

namespace ModBot.DiscordNet.Interactions;

/// <summary>Answers one interaction: one first answer within 3 s, anything after it within 15 min.</summary>
internal sealed class InteractionResponder(SocketInteraction interaction, TimeProvider time) : IInteractionResponder
{
    private const int AlreadyAnswered = 40060;
    private const int UnknownInteraction = 10062;
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);
    private static readonly ActionOutcome Late = new(OutcomeKind.NotFound, "The interaction has expired.");
    private static readonly ActionOutcome Answered = new(OutcomeKind.Rejected, "The interaction was answered already.");

    private readonly long _received = time.GetTimestamp();
    private readonly FifoGate _turn = new();
    private AnswerKind _first;

    private enum AnswerKind
    {
        None,
        Message,
        DeferredMessage,
        DeferredUpdate,
        Update,
        Suggestions,
        Modal,
    }

    private bool IsTyping => interaction is SocketAutocompleteInteraction;

    private bool HasSource => interaction is SocketMessageComponent or SocketModal { Message: not null };

    public Task<ActionOutcome> RespondAsync(OutgoingMessage message, CancellationToken cancellationToken) => InTurnAsync(
        message,
        !IsTyping,
        () => _first == AnswerKind.None ? AnswerAsync(message, cancellationToken) : EditAnswerAsync(message, cancellationToken),
        cancellationToken);

    public Task<ActionOutcome> DeferAsync(bool ephemeral, bool update, CancellationToken cancellationToken) => InTurnAsync(
        null,
        !IsTyping && (!update || HasSource),
        () =>
        {
            // Asked for again, or overtaken by the answer itself: what it is for is done.
            if (_first is AnswerKind.Message or AnswerKind.DeferredMessage or AnswerKind.DeferredUpdate or AnswerKind.Update)
                return Task.FromResult(ActionOutcome.Done);
            return FirstAsync(update ? AnswerKind.DeferredUpdate : AnswerKind.DeferredMessage, options => DeferAsync(ephemeral, update, options), cancellationToken);
        },
        cancellationToken);

    public Task<ActionOutcome> UpdateMessageAsync(OutgoingMessage message, CancellationToken cancellationToken) => InTurnAsync(
        message,
        HasSource,
        () => _first switch
        {
            AnswerKind.None => FirstAsync(AnswerKind.Update, options => UpdateAsync(message, options), cancellationToken),
            AnswerKind.Update or AnswerKind.DeferredUpdate => EditAnswerAsync(message, cancellationToken),
            _ => Task.FromResult(Answered),
        },
        cancellationToken);

    public Task<ActionOutcome> FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken) => InTurnAsync(
        message,
        !IsTyping,
        () =>
        {
            if (_first == AnswerKind.None)
                return AnswerAsync(message, cancellationToken);
            // Right after a deferral a follow-up would fill the placeholder: an edit says so.
            if (_first == AnswerKind.DeferredMessage)
                return EditAnswerAsync(message, cancellationToken);
            return LaterAsync(
                () => FollowUpAsync(message, Calls.Options(cancellationToken)),
                cancellationToken);
        },
        cancellationToken);

    public Task<ActionOutcome> SuggestAsync(IReadOnlyList<CommandChoice> choices, CancellationToken cancellationToken) => InTurnAsync(
        null,
        IsTyping,
        () => _first == AnswerKind.None
            ? FirstAsync(AnswerKind.Suggestions, options => ((SocketAutocompleteInteraction)interaction).RespondAsync(Suggestions(choices), options), cancellationToken)
            : Task.FromResult(Answered),
        cancellationToken);

    public Task<ActionOutcome> OpenModalAsync(CoreModal modal, CancellationToken cancellationToken) => InTurnAsync(
        null,
        interaction is not (SocketModal or SocketAutocompleteInteraction),
        () => _first == AnswerKind.None
            ? FirstAsync(AnswerKind.Modal, options => interaction.RespondWithModalAsync(ModalMapper.Map(modal), options), cancellationToken)
            : Task.FromResult(Answered),
        cancellationToken);

    /// <summary>The first 25 choices, as texts.</summary>
    private static IEnumerable<AutocompleteResult> Suggestions(IReadOnlyList<CommandChoice> choices) => choices
        .Where(choice => choice.Name.Length > 0 && choice.Value.Length is > 0 and <= 100)
        .Take(25)
        .Select(choice => new AutocompleteResult(choice.Name.Length <= 100 ? choice.Name : $"{choice.Name[..99]}…", choice.Value));

    private Task<ActionOutcome> AnswerAsync(OutgoingMessage message, CancellationToken cancellationToken) => FirstAsync(
        AnswerKind.Message,
        options => RespondAsync(message, options),
        cancellationToken);

    private Task RespondAsync(OutgoingMessage message, RequestOptions options)
    {
        string? text = message.Content.Length == 0 ? null : message.Content;
        return message.Files.IsDefaultOrEmpty
            ? interaction.RespondAsync(text, OutgoingParts.Embeds(message), ephemeral: message.Ephemeral, allowedMentions: AllowedMentions.None, components: OutgoingParts.Components(message), options: options)
            : interaction.RespondWithFilesAsync(
                OutgoingParts.Files(message), text, OutgoingParts.Embeds(message), ephemeral: message.Ephemeral, allowedMentions: AllowedMentions.None, components: OutgoingParts.Components(message), options: options);
    }

    private Task<RestFollowupMessage> FollowUpAsync(OutgoingMessage message, RequestOptions options)
    {
        string? text = message.Content.Length == 0 ? null : message.Content;
        return message.Files.IsDefaultOrEmpty
            ? interaction.FollowupAsync(text, OutgoingParts.Embeds(message), ephemeral: message.Ephemeral, allowedMentions: AllowedMentions.None, components: OutgoingParts.Components(message), options: options)
            : interaction.FollowupWithFilesAsync(
                OutgoingParts.Files(message), text, OutgoingParts.Embeds(message), ephemeral: message.Ephemeral, allowedMentions: AllowedMentions.None, components: OutgoingParts.Components(message), options: options);
    }

    private Task DeferAsync(bool ephemeral, bool update, RequestOptions options) => (interaction, update) switch
    {
        (SocketMessageComponent component, false) => component.DeferLoadingAsync(ephemeral, options),
        (SocketModal form, false) => form.DeferLoadingAsync(ephemeral, options),
        _ => interaction.DeferAsync(ephemeral, options),
    };

    private Task UpdateAsync(OutgoingMessage message, RequestOptions options) => interaction switch
    {
        SocketMessageComponent component => component.UpdateAsync(change => OutgoingParts.Replace(change, message), options),
        SocketModal form => form.UpdateAsync(change => OutgoingParts.Replace(change, message), options),
        _ => throw new InvalidOperationException("There is no message to update."),
    };

    private async Task<ActionOutcome> InTurnAsync(OutgoingMessage? message, bool fits, Func<Task<ActionOutcome>> call, CancellationToken cancellationToken)
    {
        if (!fits)
            return new ActionOutcome(OutcomeKind.Rejected, $"A {interaction.Type} cannot be answered so.");
        if (message is not null && MessageBodies.Fault(message) is { } fault)
            return new ActionOutcome(OutcomeKind.Rejected, fault);
        using FifoGate.Turn turn = await _turn.EnterAsync(cancellationToken);
        return await call();
    }

    private async Task<ActionOutcome> FirstAsync(AnswerKind kind, Func<RequestOptions, Task> answer, CancellationToken cancellationToken)
    {
        TimeSpan left = FirstAnswer - time.GetElapsedTime(_received);
        if (left <= TimeSpan.Zero)
            return Late;
        // Taken before the call: whatever becomes of it, no second first answer goes out.
        _first = kind;
        using var deadline = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await answer(Calls.Options(either.Token));
            return ActionOutcome.Done;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Late;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // After a broken connection the retry meets the first try's success.
            return Calls.CodeOf(fault) switch
            {
                AlreadyAnswered => ActionOutcome.Done,
                UnknownInteraction => Late,
                _ => Calls.Outcome(fault),
            };
        }
    }

    private Task<ActionOutcome> EditAnswerAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (_first is AnswerKind.Suggestions or AnswerKind.Modal)
            return Task.FromResult(Answered);
        return LaterAsync(
            async () =>
            {
                await interaction.ModifyOriginalResponseAsync(change => OutgoingParts.Replace(change, message), Calls.Options(cancellationToken));
                if (_first == AnswerKind.DeferredMessage)
                    _first = AnswerKind.Message;
            },
            cancellationToken);
    }

    private Task<ActionOutcome> LaterAsync(Func<Task> call, CancellationToken cancellationToken) =>
        time.GetElapsedTime(_received) >= TokenLife ? Task.FromResult(Late) : Calls.TryAsync(call, cancellationToken);
}
