using ModBot.Core.Actions;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation.Actions;

/// <summary>Posts replies, messages, alerts and lines in the log channel. Replies and messages can be deleted again.</summary>
internal sealed class PostingHandler(IModerationPlatform platform, IActionOutbox outbox, ActionTexts texts, ReviewCards cards, GuildRules rules) : IActionHandler
{
    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.Reply, ActionKind.Message, ActionKind.Alert, ActionKind.Log];

    public bool IsUndone(ActionKind kind) => kind is ActionKind.Reply or ActionKind.Message;

    public TimeSpan? LastsFor(RuleAction action) => action switch
    {
        ReplyAction { DeleteAfter: var after } when after > TimeSpan.Zero => after,
        MessageAction { DeleteAfter: var after } when after > TimeSpan.Zero => after,
        _ => null,
    };

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        (Snowflake? channel, OutgoingMessage message) = context.Action switch
        {
            ReplyAction reply => (Place(context.Case.ChannelId), new OutgoingMessage { Content = await TextAsync(reply.Text, context, cancellationToken), ReplyTo = TargetOf(context, reply) }),
            MessageAction post => (post.Channel ?? Place(context.Case.ChannelId), WithPing(await TextAsync(post.Text, context, cancellationToken), post.PingRole)),
            AlertAction alert => (alert.Channel ?? await cards.ChannelAsync(context.Guild, context.Case.Private, cancellationToken), WithPing(await TextAsync(alert.Text, context, cancellationToken), alert.PingRole)),
            _ => ((await rules.GetSettingsAsync(context.Guild, cancellationToken)).LogChannel, LineOf(context)),
        };
        if (channel is not { } place)
            return new ActionOutcome(OutcomeKind.Done, "there is no channel for it: it stands in the log only");
        (ActionOutcome outcome, Snowflake? posted) = await platform.PostAsync(place, message with { Nonce = CaseNonce.OfAction(context.Guild, context.Entry.Id) }, cancellationToken);
        if (posted is { } id && IsUndone(context.Action.Kind))
            await outbox.NoteAsync(context.Entry.Id, $"{place}/{id}", cancellationToken);
        return outcome;
    }

    public async Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken)
    {
        string[] parts = context.Entry.Prior.Split('/');
        return parts.Length == 2 && Snowflake.TryParse(parts[0], null, out Snowflake channel) && Snowflake.TryParse(parts[1], null, out Snowflake message)
            ? await platform.DeleteMessageAsync(context.Guild, channel, message, context.Reason, cancellationToken)
            : new ActionOutcome(OutcomeKind.Done, "nothing was posted");
    }

    private async Task<string> TextAsync(string template, ActionContext context, CancellationToken cancellationToken) =>
        SafeText.Cut(await texts.RenderAsync(template, context.Case, cancellationToken), OutgoingMessage.MaximumContent - 30);

    private static Snowflake? Place(Snowflake channel) => channel == default ? null : channel;

    private static Snowflake? TargetOf(ActionContext context, ReplyAction reply) =>
        reply.Inline && context.Case is { Key.IsMessage: true, Disposition: not Disposition.Delete } ? context.Case.Key.MessageId : null;

    private static OutgoingMessage WithPing(string text, Snowflake? role) => role is { } ping ? new OutgoingMessage { Content = $"<@&{ping}> {text}", PingRoles = [ping] } : new OutgoingMessage { Content = text };

    private static OutgoingMessage LineOf(ActionContext context) => new()
    {
        Content = $"{ReviewCard.Title(context.Case)} · <@{context.Author}>{(context.Case.ChannelId == default ? "" : $" in <#{context.Case.ChannelId}>")} · rule {context.Case.Rule}",
    };
}
