using ModBot.Core.Actions;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation.Actions;

/// <summary>Starts and archives threads.</summary>
internal sealed class ThreadHandler(IModerationPlatform platform, SingleTry once, ActionTexts texts) : IActionHandler
{
    /// <summary>Discord's limit for a thread's name.</summary>
    private const int LongestName = 100;

    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.StartThread, ActionKind.ArchiveThread];

    public bool IsUndone(ActionKind kind) => kind == ActionKind.ArchiveThread;

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        Snowflake channel = context.Case.ChannelId;
        if (channel == default)
            return new ActionOutcome(OutcomeKind.Rejected, "there is no channel for it");
        if (context.Action is ArchiveThreadAction archive)
        {
            (ActionOutcome read, GuildChannel? thread) = await platform.ReadChannelAsync(context.Guild, channel, cancellationToken);
            return thread is null ? read
                : !thread.IsThread ? new ActionOutcome(OutcomeKind.Done, "not in a thread")
                : await platform.SetArchivedAsync(context.Guild, channel, archived: true, archive.Lock, context.Reason, cancellationToken);
        }

        string name = SafeText.Cut((await texts.RenderAsync(((StartThreadAction)context.Action).Name, context.Case, cancellationToken)).ReplaceLineEndings(" "), LongestName);
        Snowflake? on = context.Case is { Key.IsMessage: true, Disposition: not Disposition.Delete } ? context.Case.Key.MessageId : null;
        // On a message the platform itself allows one thread only; beside it a second try could start a second one.
        return on is null
            ? await once.RunAsync(context.Entry.Id, "The thread may have been started already.", () => StartAsync(context, null, name, cancellationToken), cancellationToken)
            : await StartAsync(context, on, name, cancellationToken);
    }

    public Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken) => context.Action is ArchiveThreadAction
        ? platform.SetArchivedAsync(context.Guild, context.Case.ChannelId, archived: false, locked: false, context.Reason, cancellationToken)
        : Task.FromResult(new ActionOutcome(OutcomeKind.Rejected, "the thread stays: delete it by hand if nobody needs it"));

    private async Task<ActionOutcome> StartAsync(ActionContext context, Snowflake? on, string name, CancellationToken cancellationToken)
    {
        (ActionOutcome outcome, Snowflake? started) = await platform.StartThreadAsync(context.Guild, context.Case.ChannelId, on, name, context.Reason, cancellationToken);
        return outcome.IsDone ? outcome with { Detail = $"<#{started}>" } : outcome;
    }
}
