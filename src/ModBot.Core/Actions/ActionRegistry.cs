using System.Collections.Frozen;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>The actions there are. A new one is its own file and one line in <see cref="BuiltIn"/>.</summary>
public sealed class ActionRegistry
{
    private readonly FrozenDictionary<string, ActionDefinition> byId;
    private readonly FrozenDictionary<ActionKind, ActionDefinition> byKind;

    /// <exception cref="ArgumentException">Two actions have one id.</exception>
    public ActionRegistry(IEnumerable<ActionDefinition> definitions)
    {
        All = [.. definitions];
        byId = All.ToFrozenDictionary(definition => definition.Id, StringComparer.OrdinalIgnoreCase);
        byKind = All.ToFrozenDictionary(definition => definition.Kind);
    }

    public static ActionRegistry BuiltIn { get; } = new(
    [
        DeleteAction.Definition,
        DeleteRelatedAction.Definition,
        DeleteRecentAction.Definition,
        FlagAction.Definition,
        AlertAction.Definition,
        LogAction.Definition,
        ReplyAction.Definition,
        MessageAction.Definition,
        NotifyAuthorAction.Definition,
        WarnAction.Definition,
        StrikeAction.Definition,
        TimeoutAction.Definition,
        KickAction.Definition,
        SoftbanAction.Definition,
        BanAction.Definition,
        AddRoleAction.Definition,
        RemoveRoleAction.Definition,
        NicknameAction.Definition,
        SlowmodeAction.Definition,
        LockChannelAction.Definition,
        PauseInvitesAction.Definition,
        StartThreadAction.Definition,
        ArchiveThreadAction.Definition,
        AddToCounterAction.Definition,
        SetCounterAction.Definition,
        ResetCountersAction.Definition,
        RaidLevelAction.Definition,
    ]);

    /// <summary>In the order in which people should see them.</summary>
    public IReadOnlyList<ActionDefinition> All { get; }

    public ActionDefinition? Find(string id) => byId.GetValueOrDefault(id);

    /// <exception cref="ArgumentException">The kind is not registered.</exception>
    public ActionDefinition Of(ActionKind kind) =>
        byKind.GetValueOrDefault(kind) ?? throw new ArgumentException($"The action '{kind}' is not registered.", nameof(kind));
}
