using System.Text;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModBot.Documents;

/// <summary>
/// Reads the part of YAML 1.2 that says what JSON says, keeping where everything stood. What can blow up or hide something
/// is refused: anchors and aliases, tags, keys given twice, keys that are no texts, several documents, deep nesting.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>UTF-16 units of a document.</summary>
    public const int Longest = 4 * 1024 * 1024;

    /// <summary>As deep as rule documents in JSON.</summary>
    public const int Deepest = 16;

    private const int MostNodes = 300_000;
    private readonly Parser parser;
    private readonly Dictionary<string, Mark> places = new(StringComparer.Ordinal);
    private readonly List<DocumentFault> faults;
    private int nodes;

    private YamlReader(string text, List<DocumentFault> faults)
    {
        parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        this.faults = faults;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="faults">Takes what is wrong. After a fault of syntax nothing further is known; other faults are all named.</param>
    /// <returns>The document, or null where there was a fault.</returns>
    public static YamlTree? Read(string text, List<DocumentFault> faults)
    {
        if (text.Length > Longest)
        {
            faults.Add(new DocumentFault(0, 0, new OptionFault("", $"the document has {text.Length:N0} characters; {Longest:N0} is the most")));
            return null;
        }

        var reader = new YamlReader(text.TrimStart('\ufeff'), faults);
        int before = faults.Count;
        try
        {
            JsonNode? root = reader.ReadDocument();
            // Through text: numbers that were never text have one exact type, which JSON's do not.
            return faults.Count == before ? new YamlTree(root is null ? null : JsonNode.Parse(root.ToJsonString()), reader.places) : null;
        }
        catch (YamlException fault)
        {
            faults.Add(At(fault.Start, "", Sentence(fault)));
            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The scanner throws other things too where it loses its way in what is no YAML.
            faults.Add(At(reader.parser.Current?.End ?? Mark.Empty, "", "not YAML from here on"));
            return null;
        }
    }

    private static string Sentence(YamlException fault)
    {
        string text = fault.Message;
        int colon = text.StartsWith('(') ? text.IndexOf("): ", StringComparison.Ordinal) : -1;
        return $"not YAML: {(colon < 0 ? text : text[(colon + 3)..])}";
    }

    private static DocumentFault At(Mark mark, string path, string message) => new((int)mark.Line, (int)mark.Column, new OptionFault(path, message));

    private JsonNode? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        JsonNode? root = ReadNode("", 0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            throw new YamlException(parser.Current!.Start, parser.Current.End, "a second document begins here; one file is one document");
        return root;
    }

    private JsonNode? ReadNode(string path, int depth)
    {
        ParsingEvent start = parser.Consume<ParsingEvent>();
        if (++nodes > MostNodes)
            throw new YamlException(start.Start, start.End, $"the document has more than {MostNodes:N0} values");
        if (start is AnchorAlias)
        {
            faults.Add(At(start.Start, path, "aliases (*name) are not allowed; write the value again"));
            return null;
        }

        if (start is not NodeEvent node)
            throw new YamlException(start.Start, start.End, "a value is missing here");
        places.TryAdd(path, node.Start);
        if (!node.Anchor.IsEmpty)
            faults.Add(At(node.Start, path, "anchors (&name) are not allowed"));
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            faults.Add(At(node.Start, path, "tags (!name) are not allowed"));
        if (node is Scalar scalar)
            return ReadScalar(scalar, path);
        if (depth == Deepest)
            throw new YamlException(node.Start, node.End, $"nested more than {Deepest} deep");
        return node is SequenceStart ? ReadList(path, depth) : ReadObject(path, depth);
    }

    private JsonArray ReadList(string path, int depth)
    {
        var list = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
            list.Add(ReadNode($"{path}[{list.Count}]", depth + 1));
        return list;
    }

    private JsonObject ReadObject(string path, int depth)
    {
        var json = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            ParsingEvent start = parser.Consume<ParsingEvent>();
            if (start is not Scalar key || !key.Anchor.IsEmpty)
                throw new YamlException(start.Start, start.End, "a key must be a plain text");
            string inner = path.Length == 0 ? key.Value : $"{path}.{key.Value}";
            places.TryAdd(inner, key.Start);
            JsonNode? value = ReadNode(inner, depth + 1);
            if (!json.TryAdd(key.Value, value))
                faults.Add(At(key.Start, inner, "the key is given twice"));
        }

        return json;
    }

    /// <summary>By the core schema of YAML 1.2: what is in quotation marks, or looks like nothing else, is a text.</summary>
    private JsonValue? ReadScalar(Scalar scalar, string path)
    {
        if (scalar.Style != ScalarStyle.Plain || !scalar.IsPlainImplicit)
            return JsonValue.Create(scalar.Value);
        switch (YamlScalar.Classify(scalar.Value))
        {
            case YamlScalarKind.Null:
                return null;
            case YamlScalarKind.True:
                return JsonValue.Create(true);
            case YamlScalarKind.False:
                return JsonValue.Create(false);
            case YamlScalarKind.Number:
                if (YamlScalar.Number(scalar.Value) is { } number)
                    return number;
                faults.Add(At(scalar.Start, path, "this number cannot be used; a text of digits, such as an id, goes in quotation marks"));
                return null;
            default:
                return JsonValue.Create(scalar.Value);
        }
    }
}
