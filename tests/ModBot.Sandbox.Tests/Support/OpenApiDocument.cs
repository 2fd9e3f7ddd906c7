using System.Text.Json.Nodes;
using ModBot.Contracts;

namespace ModBot.Sandbox.Tests.Support;

/// <summary>Discord's OpenAPI document, named by MODBOT_OPENAPI: finds the operation of a call and checks the answer's body against its schema.</summary>
internal sealed class OpenApiDocument
{
    private readonly JsonObject _paths;
    private readonly JsonSchema _schema;
    private readonly JsonObject _root;

    private OpenApiDocument(JsonObject root)
    {
        _root = root;
        _paths = (JsonObject)root["paths"]!;
        var schemas = (JsonObject)root["components"]!["schemas"]!;
        schemas["InnerErrors"] = JsonNode.Parse(FormFault);
        schemas["MessageReferenceType"] = JsonNode.Parse(ReferenceType);
        _schema = new JsonSchema(schemas);
    }

    /// <summary>The document gives form faults a numeric code; the reference (which wins) and the live API give a name.</summary>
    private const string FormFault = """
        {"type":"object","required":["_errors"],"properties":{"_errors":{"type":"array","items":
        {"type":"object","required":["code","message"],"properties":{"code":{"type":"string"},"message":{"type":"string"}}}}}}
        """;

    /// <summary>The document knows replies (0) only; the reference also has forwards (1).</summary>
    private const string ReferenceType = """{"type":"integer","enum":[0,1]}""";

    /// <summary>Null where the variable names no document.</summary>
    public static OpenApiDocument? Shared { get; } = Load(Environment.GetEnvironmentVariable("MODBOT_OPENAPI"));

    public static OpenApiDocument? Load(string? path) =>
        string.IsNullOrEmpty(path) ? null : new OpenApiDocument((JsonObject)JsonNode.Parse(File.ReadAllBytes(path))!);

    /// <summary>Fails where the answer is not what the document says of the call. Calls that it does not know pass.</summary>
    public void Check(string method, string path, int status, JsonNode? body)
    {
        if (Operation(method, path) is not { } operation || operation["responses"] is not JsonObject responses)
            return;
        JsonNode? response = responses[status.ToString()] ?? (status is >= 400 and < 500 ? responses["4XX"] : null);
        if (response is null)
        {
            Assert.True(status >= 500, $"{method} {path}: the document knows no answer {status}");
            return;
        }

        if ((string?)response["$ref"] is { } reference)
            response = _root["components"]!["responses"]![reference[(reference.LastIndexOf('/') + 1)..]];
        if (response!["content"]?["application/json"]?["schema"] is not { } schema)
        {
            Assert.True(body is null, $"{method} {path}: {status} has no body, but one was sent");
            return;
        }

        List<string> faults = _schema.Faults(schema, body, "$");
        Assert.True(faults.Count == 0, $"{method} {path} {status}: {string.Join("; ", faults.Take(5))}\n{body}");
    }

    /// <summary>What is wrong with a request's body: keys that the document does not know, and values of another shape. A call that it does not know is a fault.</summary>
    public IReadOnlyList<string> RequestFaults(string method, string path, JsonNode? body)
    {
        if (Operation(method, path) is not { } operation)
            return [$"{method} {path}: the document knows no such call"];
        if (body is null)
            return [];
        return operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? [.. _schema.Faults(schema, body, "$").Where(fault => !IsDigitString(fault)).Concat(_schema.UnknownKeys(schema, body, "$")).Select(fault => $"{method} {path}: {fault}")]
            : [$"{method} {path}: the document takes no JSON body"];
    }

    /// <summary>The document types permission sets as integers because the API takes both; the reference, which wins, says strings.</summary>
    private static bool IsDigitString(string fault) => fault.Contains(".default_member_permissions: String", StringComparison.Ordinal);

    /// <summary>Checks a value against a named schema.</summary>
    public IReadOnlyList<string> Faults(string schemaName, JsonNode? value) => _schema.Faults(new JsonObject { ["$ref"] = "#/components/schemas/" + schemaName }, value, "$");

    private JsonObject? Operation(string method, string path)
    {
        string[] parts = path.Split('?')[0].Trim('/').Split('/');
        JsonObject? best = null;
        int fewest = int.MaxValue;
        foreach ((string template, JsonNode? operations) in _paths)
        {
            string[] steps = template.Trim('/').Split('/');
            if (steps.Length != parts.Length || operations![method.ToLowerInvariant()] is not JsonObject operation)
                continue;
            int wild = 0;
            bool fits = true;
            for (int i = 0; i < steps.Length && fits; i++)
            {
                bool variable = steps[i].StartsWith('{');
                wild += variable ? 1 : 0;
                fits = variable || steps[i] == Uri.UnescapeDataString(parts[i]);
            }

            if (fits && wild < fewest)
                (best, fewest) = (operation, wild);
        }

        return best;
    }
}
