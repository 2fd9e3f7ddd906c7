using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Core.Rules.Documents;

/// <summary>How the roles and channels of a document from elsewhere are found again in a server.</summary>
/// <param name="Ids">What each id of the document becomes; those that stay are not in it.</param>
/// <param name="Unknown">Those of which the server has none, or several, of that name: somebody must say.</param>
public sealed record RuleRemapping(ImmutableDictionary<Snowflake, Snowflake> Ids, ImmutableArray<NamedId> Unknown)
{
    /// <summary>Every id stays.</summary>
    public static readonly RuleRemapping None = new(ImmutableDictionary<Snowflake, Snowflake>.Empty, []);

    /// <summary>By id where the server has it, else by a name that one role or channel alone has, ignoring case.</summary>
    /// <param name="named">What the document's names say.</param>
    /// <param name="here">The server's roles and channels.</param>
    public static RuleRemapping Of(IReadOnlyList<NamedId> named, IReadOnlyList<NamedId> here)
    {
        var ids = ImmutableDictionary.CreateBuilder<Snowflake, Snowflake>();
        var unknown = ImmutableArray.CreateBuilder<NamedId>();
        foreach (NamedId wanted in named)
        {
            if (here.Any(known => known.Kind == wanted.Kind && known.Id == wanted.Id))
                continue;
            NamedId[] same = [.. here.Where(known => known.Kind == wanted.Kind && string.Equals(known.Name, wanted.Name, StringComparison.OrdinalIgnoreCase))];
            if (same.Length == 1)
                ids[wanted.Id] = same[0].Id;
            else
                unknown.Add(wanted);
        }

        return new RuleRemapping(ids.ToImmutable(), unknown.ToImmutable());
    }

    /// <summary>With somebody's answer: what an unknown id becomes, or itself to keep it.</summary>
    public RuleRemapping Answer(Snowflake id, Snowflake becomes) =>
        new(id == becomes ? Ids : Ids.SetItem(id, becomes), Unknown.RemoveAll(named => named.Id == id));
}
