using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>Gives and takes roles and sets nicknames; puts back what a member had before.</summary>
internal sealed class MemberHandler(IModerationPlatform platform, IActionOutbox outbox, MemberGuard guard) : IActionHandler
{
    /// <summary>The nickname before, noted so that having none is told from not yet noted.</summary>
    private const string NicknameMark = "=";

    private const string HadRole = "had";
    private const string LackedRole = "lacked";

    public IReadOnlyCollection<ActionKind> Kinds { get; } = [ActionKind.AddRole, ActionKind.RemoveRole, ActionKind.Nickname];

    public bool IsUndone(ActionKind kind) => true;

    public TimeSpan? LastsFor(RuleAction action) => action switch
    {
        AddRoleAction { Duration: var duration } when duration > TimeSpan.Zero => duration,
        RemoveRoleAction { Duration: var duration } when duration > TimeSpan.Zero => duration,
        _ => null,
    };

    public async Task<ActionOutcome> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        (ActionOutcome allowed, GuildMember? member) = await guard.FindAsync(context.Guild, context.Author, cancellationToken);
        if (member is null)
            return allowed.Kind == OutcomeKind.NotFound ? allowed with { Detail = "no longer a member" } : allowed;
        if (context.Action is NicknameAction nickname)
        {
            await outbox.NoteAsync(context.Entry.Id, NicknameMark + member.Nickname, cancellationToken);
            return await platform.SetNicknameAsync(context.Guild, context.Author, NullIfEmpty(nickname.Name), context.Reason, cancellationToken);
        }

        (Snowflake role, bool gives) = RoleOf(context.Action);
        await outbox.NoteAsync(context.Entry.Id, member.RoleIds.Contains(role) ? HadRole : LackedRole, cancellationToken);
        return await SetRoleAsync(context, role, gives, cancellationToken);
    }

    public async Task<ActionOutcome> TakeBackAsync(ActionContext context, CancellationToken cancellationToken)
    {
        (ActionOutcome read, GuildMember? member) = await platform.ReadMemberAsync(context.Guild, context.Author, cancellationToken);
        if (member is null)
            return read.Kind == OutcomeKind.NotFound ? new ActionOutcome(OutcomeKind.Done, "the member has left") : read;
        if (context.Action is NicknameAction nickname)
            return await RestoreNicknameAsync(context, nickname, member, cancellationToken);
        (Snowflake role, bool gave) = RoleOf(context.Action);
        if (context.Entry.Prior == (gave ? HadRole : LackedRole))
            return new ActionOutcome(OutcomeKind.Done, gave ? $"had <@&{role}> before" : $"lacked <@&{role}> before");
        IReadOnlyList<CaseAction> standing = await outbox.ListStandingAsync(context.Guild, context.Action.Kind, context.Author, cancellationToken);
        if (standing.LastOrDefault(action => action.Id != context.Entry.Id && RoleOf(action.Action).Role == role) is { } other)
            return new ActionOutcome(OutcomeKind.Done, $"<@&{role}> stays as case {other.CaseNumber} set it");
        ActionOutcome outcome = await SetRoleAsync(context, role, !gave, cancellationToken);
        return outcome.IsDone ? outcome with { Detail = gave ? $"<@&{role}> is taken back" : $"<@&{role}> is given back" } : outcome;
    }

    private async Task<ActionOutcome> RestoreNicknameAsync(ActionContext context, NicknameAction nickname, GuildMember member, CancellationToken cancellationToken)
    {
        if (!context.Entry.Prior.StartsWith(NicknameMark, StringComparison.Ordinal))
            return new ActionOutcome(OutcomeKind.Rejected, "the nickname before is not known");
        if ((member.Nickname ?? "") != nickname.Name)
            return new ActionOutcome(OutcomeKind.Done, "the nickname has been changed since");
        ActionOutcome outcome = await platform.SetNicknameAsync(context.Guild, context.Author, NullIfEmpty(context.Entry.Prior[NicknameMark.Length..]), context.Reason, cancellationToken);
        return outcome.IsDone ? outcome with { Detail = "the nickname is restored" } : outcome;
    }

    private Task<ActionOutcome> SetRoleAsync(ActionContext context, Snowflake role, bool has, CancellationToken cancellationToken) => has
        ? platform.AddRoleAsync(context.Guild, context.Author, role, context.Reason, cancellationToken)
        : platform.RemoveRoleAsync(context.Guild, context.Author, role, context.Reason, cancellationToken);

    private static (Snowflake Role, bool Gives) RoleOf(RuleAction action) =>
        action is AddRoleAction add ? (add.Role ?? default, true) : (((RemoveRoleAction)action).Role ?? default, false);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
