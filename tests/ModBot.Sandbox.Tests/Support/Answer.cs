using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ModBot.Sandbox.Tests.Support;

/// <summary>A REST answer.</summary>
internal sealed record Answer(int Status, JsonNode? Json, HttpResponseHeaders Headers, string Raw)
{
    public JsonNode? this[string name] => Json?[name];

    public string Id => Text("id");

    public int Code => (int?)Json?["code"] ?? 0;

    public string Text(string name) => (string)Json![name]!;

    public JsonArray List => (JsonArray)Json!;

    public Answer Is(int status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Raw}");
        return this;
    }

    public Answer Refused(int status, int code)
    {
        Assert.True(Status == status && Code == code, $"expected {status}/{code}, got {Status}: {Raw}");
        return this;
    }

    public Answer HasFault(string path, string code)
    {
        Refused(400, 50035);
        JsonNode? at = Json!["errors"];
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            at = at?[step];
        Assert.True(((at?["_errors"] as JsonArray) ?? []).Any(e => (string?)e!["code"] == code), $"expected {code} at {path}: {Raw}");
        return this;
    }
}
