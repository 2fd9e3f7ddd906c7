using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using YamlDotNet.Core;

namespace ModBot.Documents;

/// <summary>A document read from YAML, with where everything stood.</summary>
internal sealed class YamlTree(JsonNode? root, IReadOnlyDictionary<string, Mark> places)
{
    public JsonNode? Root => root;

    /// <summary>The fault with the place of its path, or of the nearest thing around it that is written.</summary>
    public DocumentFault Locate(OptionFault fault)
    {
        string path = fault.Path;
        while (true)
        {
            if (places.TryGetValue(path, out Mark mark))
                return new DocumentFault((int)mark.Line, (int)mark.Column, fault);
            if (path.Length == 0)
                return new DocumentFault(0, 0, fault);
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }
    }
}
