using ModBot.Core.Platform;

namespace ModBot.Tests.Moderation;

/// <summary>Keeps what an interaction was answered with.</summary>
internal sealed class RecordingResponder : IInteractionResponder
{
    public List<OutgoingMessage> Replies { get; } = [];

    public List<OutgoingMessage> Updates { get; } = [];

    public List<OutgoingMessage> FollowUps { get; } = [];

    public IReadOnlyList<CommandChoice>? Suggestions { get; private set; }

    /// <summary>How many first answers were put off.</summary>
    public int Deferrals { get; private set; }

    public Modal? Form { get; private set; }

    public string Text => Replies[^1].Content;

    public Task<ActionOutcome> RespondAsync(OutgoingMessage message, CancellationToken cancellationToken) => Keep(Replies, message);

    public Task<ActionOutcome> DeferAsync(bool ephemeral, bool update, CancellationToken cancellationToken)
    {
        Deferrals++;
        return Task.FromResult(ActionOutcome.Done);
    }

    public Task<ActionOutcome> UpdateMessageAsync(OutgoingMessage message, CancellationToken cancellationToken) => Keep(Updates, message);

    public Task<ActionOutcome> FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken) => Keep(FollowUps, message);

    public Task<ActionOutcome> SuggestAsync(IReadOnlyList<CommandChoice> choices, CancellationToken cancellationToken)
    {
        Suggestions = choices;
        return Task.FromResult(ActionOutcome.Done);
    }

    public Task<ActionOutcome> OpenModalAsync(Modal modal, CancellationToken cancellationToken)
    {
        Form = modal;
        return Task.FromResult(ActionOutcome.Done);
    }

    private static Task<ActionOutcome> Keep(List<OutgoingMessage> into, OutgoingMessage message)
    {
        into.Add(message);
        return Task.FromResult(ActionOutcome.Done);
    }
}
