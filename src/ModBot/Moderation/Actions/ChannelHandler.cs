using System.Globalization;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>
/// Slows channels down and locks them. What was there before the first of several overlapping actions is put back when the last
/// of them ends.
/// </summary>
internal sealed class ChannelHandler(IModerationPlatform platform, IActionOutbox outbox) : IActionHandler
{
    /// <summary>What everyone may not do in a locked channel.</summary>
    private const GuildPermissions Writing = GuildPermissions.SendMessages | GuildPermissions.SendMessagesInThreads | GuildPermissions.AddReactions
        | GuildPermissions.CreatePublicThreads | GuildPermissions.CreatePrivateThreads;

    private const string NoOverwrite = "none";
    private const string OpenThread = "thread";

    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.Slowmode, ActionKind.LockChannel];

    public bool IsUndone(ActionKind kind) => true;

    public TimeSpan? LastsFor(RuleAction action)
    {
        TimeSpan duration = action is SlowmodeAction slow ? slow.Duration : ((LockChannelAction)action).Duration;
        return duration > TimeSpan.Zero ? duration : null;
    }

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        Snowflake channel = ChannelOf(context.Case.ChannelId, context.Action);
        if (channel == default)
            return new ActionOutcome(OutcomeKind.Rejected, "there is no channel for it: name one in the rule");
        (ActionOutcome read, GuildChannel? now) = await platform.ReadChannelAsync(context.Guild, channel, cancellationToken);
        if (now is null)
            return read;
        CaseAction? other = (await OthersAsync(context, channel, cancellationToken)).FirstOrDefault();
        await outbox.NoteAsync(context.Entry.Id, $"{channel}/{(other is null ? Describe(context.Action, now) : other.Prior[(other.Prior.IndexOf('/', StringComparison.Ordinal) + 1)..])}", cancellationToken);
        if (context.Action is SlowmodeAction slow)
            return await platform.SetSlowmodeAsync(context.Guild, channel, slow.Interval, context.Reason, cancellationToken);
        if (now.IsThread)
            return await platform.SetArchivedAsync(context.Guild, channel, archived: true, locked: true, context.Reason, cancellationToken);
        ChannelOverwrite before = now.Everyone ?? new ChannelOverwrite(GuildPermissions.None, GuildPermissions.None);
        return await platform.SetOverwriteAsync(context.Guild, channel, context.Guild, new ChannelOverwrite(before.Allow & ~Writing, before.Deny | Writing), context.Reason, cancellationToken);
    }

    public async Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken)
    {
        string[] noted = context.Entry.Prior.Split('/');
        if (noted.Length < 2 || !Snowflake.TryParse(noted[0], null, out Snowflake channel))
            return new ActionOutcome(OutcomeKind.Rejected, "how the channel was before is not known");
        if ((await OthersAsync(context, channel, cancellationToken)).LastOrDefault() is { } other)
            return new ActionOutcome(OutcomeKind.Done, $"<#{channel}> stays as case {other.CaseNumber} set it");
        ActionOutcome outcome = await RestoreAsync(context, channel, noted[1..], cancellationToken);
        return outcome.Kind switch
        {
            OutcomeKind.Done => outcome with { Detail = $"<#{channel}> is as before" },
            OutcomeKind.NotFound => new ActionOutcome(OutcomeKind.Done, "the channel is gone"),
            _ => outcome,
        };
    }

    private async Task<ActionOutcome> RestoreAsync(ActionContext context, Snowflake channel, string[] before, CancellationToken cancellationToken)
    {
        if (context.Action is SlowmodeAction && int.TryParse(before[0], NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
            return await platform.SetSlowmodeAsync(context.Guild, channel, TimeSpan.FromSeconds(seconds), context.Reason, cancellationToken);
        if (before[0] == OpenThread)
            return await platform.SetArchivedAsync(context.Guild, channel, archived: false, locked: false, context.Reason, cancellationToken);
        ChannelOverwrite? overwrite = before.Length == 2 && ulong.TryParse(before[0], CultureInfo.InvariantCulture, out ulong allow) && ulong.TryParse(before[1], CultureInfo.InvariantCulture, out ulong deny)
            ? new ChannelOverwrite((GuildPermissions)allow, (GuildPermissions)deny)
            : null;
        return await platform.SetOverwriteAsync(context.Guild, channel, context.Guild, overwrite, context.Reason, cancellationToken);
    }

    /// <summary>Other actions of the kind that hold this channel, oldest first.</summary>
    private async Task<IEnumerable<CaseAction>> OthersAsync(ActionContext context, Snowflake channel, CancellationToken cancellationToken) =>
        (await outbox.ListStandingAsync(context.Guild, context.Action.Kind, author: null, cancellationToken))
            .Where(action => action.Id != context.Entry.Id && action.Prior.StartsWith($"{channel}/", StringComparison.Ordinal));

    private static Snowflake ChannelOf(Snowflake here, RuleAction action) => (action is SlowmodeAction slow ? slow.Channel : ((LockChannelAction)action).Channel) ?? here;

    private static string Describe(RuleAction action, GuildChannel channel) => action is SlowmodeAction
        ? channel.Slowmode.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)
        : channel.IsThread ? OpenThread
        : channel.Everyone is { } overwrite ? string.Create(CultureInfo.InvariantCulture, $"{(ulong)overwrite.Allow}/{(ulong)overwrite.Deny}")
        : NoOverwrite;
}
