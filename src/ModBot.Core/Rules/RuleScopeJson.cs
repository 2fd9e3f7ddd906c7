using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;

namespace ModBot.Core.Rules;

/// <summary>A rule's scope in rule documents.</summary>
internal static class RuleScopeJson
{
    private const int MaximumIds = 500;

    public static RuleScope Read(JsonNode? node, string path, List<OptionFault> faults)
    {
        if (node is null)
            return RuleScope.Everywhere;
        if (node is not JsonObject json)
        {
            faults.Add(new OptionFault(path, "must be an object"));
            return RuleScope.Everywhere;
        }

        var reader = new RuleReader(json, path, faults);
        reader.RefuseUnknown("channels", "exempt-channels", "exempt-roles", "include-moderators", "include-bots");
        return new RuleScope
        {
            Channels = [.. reader.Ids("channels", MaximumIds)],
            ExemptChannels = [.. reader.Ids("exempt-channels", MaximumIds)],
            ExemptRoles = [.. reader.Ids("exempt-roles", MaximumIds)],
            IncludeModerators = reader.Toggle("include-moderators"),
            IncludeBots = reader.Toggle("include-bots"),
        };
    }

    public static JsonObject Write(RuleScope scope)
    {
        var json = new JsonObject();
        WriteIds(json, "channels", scope.Channels);
        WriteIds(json, "exempt-channels", scope.ExemptChannels);
        WriteIds(json, "exempt-roles", scope.ExemptRoles);
        if (scope.IncludeModerators)
            json["include-moderators"] = true;
        if (scope.IncludeBots)
            json["include-bots"] = true;
        return json;
    }

    private static void WriteIds(JsonObject json, string name, ImmutableArray<Snowflake> ids)
    {
        if (ids.Length > 0)
            json[name] = new JsonArray([.. ids.Select(id => (JsonNode)id.ToString())]);
    }
}
