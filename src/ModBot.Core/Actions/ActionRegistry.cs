using System.Collections.Frozen;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>The actions there are. A new one is its own file and one line in <see cref="BuiltIn"/>.</summary>
public sealed class ActionRegistry
{
    private readonly FrozenDictionary<string, ActionDefinition> byId;
    private readonly FrozenDictionary<ActionKind, ActionDefinition> byKind;

    /// <exception cref="ArgumentException">Two actions have one id.</exception>
    /// <param name="definitions">What rules may ask for.</param>
    /// <param name="own">What only ModBot itself gives a case.</param>
    public ActionRegistry(IEnumerable<ActionDefinition> definitions, IEnumerable<ActionDefinition> own)
    {
        All = [.. definitions];
        ActionDefinition[] stored = [.. All, .. own];
        byId = stored.ToFrozenDictionary(definition => definition.Id, StringComparer.OrdinalIgnoreCase);
        byKind = stored.ToFrozenDictionary(definition => definition.Kind);
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
    ],
    [TakeBackAction.Definition]);

    /// <summary>What rules may ask for, in the order in which people should see it.</summary>
    public IReadOnlyList<ActionDefinition> All { get; }

    /// <summary>What a rule may ask for by that id; null where there is none.</summary>
    public ActionDefinition? Find(string id) => FindStored(id) is { } found && All.Contains(found) ? found : null;

    /// <summary>Any action by its id, also what only ModBot itself gives a case.</summary>
    public ActionDefinition? FindStored(string id) => byId.GetValueOrDefault(id);

    /// <exception cref="ArgumentException">The kind is not registered.</exception>
    public ActionDefinition Of(ActionKind kind) =>
        byKind.GetValueOrDefault(kind) ?? throw new ArgumentException($"The action '{kind}' is not registered.", nameof(kind));
}
