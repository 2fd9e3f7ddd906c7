using System.Text.Json.Nodes;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Documents;

namespace ModBot.Documents;

/// <summary>Rule sets as documents that another server can read.</summary>
internal sealed class RuleExport(RuleSetJson json)
{
    /// <summary>The document, with the names of the roles and channels that it holds.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="known">The server's roles and channels.</param>
    /// <param name="format">YAML or JSON.</param>
    public string Write(RuleSet rules, IEnumerable<NamedId> known, DocumentFormat format)
    {
        JsonObject document = json.WriteNode(rules);
        if (RuleNames.Collect(document, known) is { } names)
            document[RuleNames.Key] = names;
        return RuleDocument.Write(document, format);
    }
}
