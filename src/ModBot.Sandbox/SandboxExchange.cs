using System.Text.Json.Nodes;

namespace ModBot.Sandbox;

/// <summary>One REST call with its answer, bodies included: for tests that check both against Discord's documents.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the API's base, with the query.</param>
/// <param name="Request">The JSON body that was sent; null where there was none.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Answer">The JSON body of the answer; null where there was none.</param>
public sealed record SandboxExchange(string Method, string Path, JsonNode? Request, int Status, JsonNode? Answer);
