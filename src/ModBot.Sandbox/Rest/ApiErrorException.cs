using System.Text.Json.Nodes;

namespace ModBot.Sandbox.Rest;

/// <summary>A refusal in Discord's terms: HTTP status, error code, message, and for 50035 the tree of form errors.</summary>
internal sealed class ApiErrorException(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (errors is not null)
            json["errors"] = errors.DeepClone();
        return json;
    }

    /// <summary>For the page and the in-process surface: the message with the form's first errors.</summary>
    public string Explain() => errors is null ? Message : $"{Message}: {string.Join("; ", Leaves(errors, ""))}";

    private static IEnumerable<string> Leaves(JsonNode node, string path)
    {
        if (node is not JsonObject tree)
            yield break;
        foreach ((string key, JsonNode? value) in tree)
        {
            if (key == "_errors" && value is JsonArray errors)
            {
                foreach (JsonNode? error in errors)
                    yield return path.Length == 0 ? (string)error!["message"]! : $"{path}: {error!["message"]}";
            }
            else if (value is not null)
            {
                foreach (string leaf in Leaves(value, path.Length == 0 ? key : $"{path}.{key}"))
                    yield return leaf;
            }
        }
    }
}
