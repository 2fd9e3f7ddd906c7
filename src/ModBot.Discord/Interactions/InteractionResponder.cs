using System.Collections.Immutable;
using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;

namespace ModBot.Discord.Interactions;

/// <summary>Answers one interaction: one first answer within 3 s, anything after it within 15 min.</summary>
internal sealed class InteractionResponder(
    RestClient rest, Interaction interaction, ulong application, string token, TimeProvider time, CommandOptionKind focusedKind = CommandOptionKind.String) : IInteractionResponder
{
    private const int MessageType = 4;
    private const int DeferredMessageType = 5;
    private const int DeferredUpdateType = 6;
    private const int UpdateType = 7;
    private const int SuggestionsType = 8;
    private const int ModalType = 9;
    private const int AlreadyAnswered = 40060;

    /// <summary>Discord's limit for the first answer.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    /// <summary>Discord's limit for everything after it.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private static readonly ActionOutcome Late = new(OutcomeKind.NotFound, "The interaction has expired.");
    private static readonly ActionOutcome Answered = new(OutcomeKind.Rejected, "The interaction was answered already.");

    private readonly long _received = time.GetTimestamp();
    private readonly FifoGate _turn = new();
    private int _firstAnswer;

    public Task<ActionOutcome> RespondAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (Refusal(message, interaction.Kind != InteractionKind.Autocomplete) is { } refusal)
            return Task.FromResult(refusal);
        return InTurnAsync(
            () => _firstAnswer == 0
                ? AnswerAsync(MessageType, MessageBodies.Answer(message, replaces: false), cancellationToken, message.Files)
                : EditAnswerAsync(message, cancellationToken),
            cancellationToken);
    }

    public Task<ActionOutcome> DeferAsync(bool ephemeral, bool update, CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            // Asked for again, or overtaken by the answer itself: what it is for is done.
            if (_firstAnswer is MessageType or DeferredMessageType or DeferredUpdateType or UpdateType)
                return Task.FromResult(ActionOutcome.Done);
            return update
                ? AnswerAsync(DeferredUpdateType, data: null, cancellationToken)
                : AnswerAsync(DeferredMessageType, ephemeral ? new CallbackDataBody { Flags = MessageBodies.EphemeralFlag } : null, cancellationToken);
        },
        cancellationToken);

    public Task<ActionOutcome> UpdateMessageAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (Refusal(message, interaction.Source is not null) is { } refusal)
            return Task.FromResult(refusal);
        return InTurnAsync(
            () => _firstAnswer switch
            {
                0 => AnswerAsync(UpdateType, MessageBodies.Answer(message, replaces: true), cancellationToken, message.Files),
                UpdateType or DeferredUpdateType => EditAnswerAsync(message, cancellationToken),
                _ => Task.FromResult(Answered),
            },
            cancellationToken);
    }

    public Task<ActionOutcome> FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (Refusal(message, interaction.Kind != InteractionKind.Autocomplete) is { } refusal)
            return Task.FromResult(refusal);
        return InTurnAsync(
            async () =>
            {
                if (_firstAnswer == 0)
                    return await AnswerAsync(MessageType, MessageBodies.Answer(message, replaces: false), cancellationToken, message.Files);
                // Right after a deferral a follow-up would fill the placeholder: an edit says so.
                if (_firstAnswer == DeferredMessageType)
                    return await EditAnswerAsync(message, cancellationToken);
                if (IsDead())
                    return Late;
                byte[] body = JsonSerializer.SerializeToUtf8Bytes(MessageBodies.FollowUp(message), WireJson.Default.MessageBody);
                return (await rest.SendAsync(RestRequest.Post(RestRoute.FollowUp(new Snowflake(application), token), body) with { Files = message.Files }, cancellationToken)).ToOutcome();
            },
            cancellationToken);
    }

    public Task<ActionOutcome> SuggestAsync(IReadOnlyList<CommandChoice> choices, CancellationToken cancellationToken) => FirstOnlyAsync(
        SuggestionsType, MessageBodies.Suggestions(choices, focusedKind), interaction.Kind == InteractionKind.Autocomplete, cancellationToken);

    public Task<ActionOutcome> OpenModalAsync(Modal modal, CancellationToken cancellationToken) => FirstOnlyAsync(
        ModalType, MessageBodies.Form(modal), interaction.Kind is not (InteractionKind.ModalSubmit or InteractionKind.Autocomplete), cancellationToken);

    private Task<ActionOutcome> FirstOnlyAsync(int type, CallbackDataBody data, bool fits, CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            if (!fits)
                return Task.FromResult(Unfit());
            return _firstAnswer == 0 ? AnswerAsync(type, data, cancellationToken) : Task.FromResult(Answered);
        },
        cancellationToken);

    private async Task<ActionOutcome> InTurnAsync(Func<Task<ActionOutcome>> call, CancellationToken cancellationToken)
    {
        using FifoGate.Turn turn = await _turn.EnterAsync(cancellationToken);
        return await call();
    }

    private async Task<ActionOutcome> AnswerAsync(int type, CallbackDataBody? data, CancellationToken cancellationToken, ImmutableArray<OutgoingFile> files = default)
    {
        TimeSpan left = FirstAnswer - time.GetElapsedTime(_received);
        if (left <= TimeSpan.Zero)
            return Late;
        // Taken before the call: whatever becomes of it, no second first answer goes out.
        _firstAnswer = type;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new CallbackBody(type, data), WireJson.Default.CallbackBody);
        using var deadline = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            RestReply reply = await rest.SendAsync(RestRequest.Post(RestRoute.Callback(interaction.Id, token), body) with { Files = files }, either.Token);
            // After a broken connection the retry meets the first try's success.
            return reply.Code == AlreadyAnswered ? ActionOutcome.Done : reply.ToOutcome();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Late;
        }
    }

    private async Task<ActionOutcome> EditAnswerAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (_firstAnswer is SuggestionsType or ModalType)
            return Answered;
        if (IsDead())
            return Late;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(MessageBodies.Replacement(message), WireJson.Default.MessageBody);
        RestReply reply = await rest.SendAsync(RestRequest.Patch(RestRoute.OriginalAnswer(new Snowflake(application), token), body) with { Files = message.Files }, cancellationToken);
        if (reply.IsSuccess && _firstAnswer == DeferredMessageType)
            _firstAnswer = MessageType;
        return reply.ToOutcome();
    }

    private ActionOutcome? Refusal(OutgoingMessage message, bool fits)
    {
        if (!fits)
            return Unfit();
        return MessageBodies.Fault(message) is { } fault ? new ActionOutcome(OutcomeKind.Rejected, fault) : null;
    }

    private ActionOutcome Unfit() => new(OutcomeKind.Rejected, $"A {interaction.Kind} cannot be answered so.");

    private bool IsDead() => time.GetElapsedTime(_received) >= TokenLife;
}
