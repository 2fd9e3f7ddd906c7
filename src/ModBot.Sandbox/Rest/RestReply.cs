using System.Text.Json.Nodes;

namespace ModBot.Sandbox.Rest;

/// <summary>A status and, where there is one, a JSON body.</summary>
internal readonly record struct RestReply(int Status, JsonNode? Body)
{
    public static RestReply NoContent => new(204, null);

    public static RestReply Ok(JsonNode body) => new(200, body);

    public static RestReply Created(JsonNode body) => new(201, body);
}
