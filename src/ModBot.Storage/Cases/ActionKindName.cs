using System.Collections.Frozen;
using System.Text.Json;
using ModBot.Core.Rules;

namespace ModBot.Storage.Cases;

/// <summary>The names under which kinds of action are stored, so that a new kind may stand anywhere among the others.</summary>
internal static class ActionKindName
{
    private static readonly FrozenDictionary<ActionKind, string> Names =
        Enum.GetValues<ActionKind>().ToFrozenDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    private static readonly FrozenDictionary<string, ActionKind> Kinds = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(ActionKind kind) => Names[kind];

    /// <exception cref="StorageException">This program knows no such kind.</exception>
    public static ActionKind Parse(string name) => Kinds.TryGetValue(name, out ActionKind kind)
        ? kind
        : throw new StorageException(StorageFault.Unreadable, $"A stored action is of the kind '{name}', which this ModBot does not know; a newer one stored it.");
}
