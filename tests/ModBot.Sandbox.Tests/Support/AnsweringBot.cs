using System.Text.Json.Nodes;
using ModBot.Sandbox.Gateway;

namespace ModBot.Sandbox.Tests.Support;

/// <summary>Answers interactions over REST, as a bot does.</summary>
internal sealed class AnsweringBot(TestSandbox sandbox, TestGateway gateway) : IAsyncDisposable
{
    public JsonObject Last { get; private set; } = [];

    public string Token => (string)Last["token"]!;

    public static async Task<AnsweringBot> StartAsync(TestSandbox sandbox, params string[] commands)
    {
        JsonArray bodies = [.. commands.Select(c => JsonNode.Parse(c))];
        (await sandbox.PutAsync($"/applications/{SandboxIds.Bot}/commands", bodies)).Is(200);
        return new AnsweringBot(sandbox, await TestGateway.LogInAsync(sandbox, GatewayIntents.All));
    }

    /// <summary>Takes the next interaction.</summary>
    public async Task<JsonObject> NextAsync() => Last = await gateway.EventAsync("INTERACTION_CREATE");

    /// <summary>Takes the next interaction and answers it.</summary>
    public async Task<Answer> AnswerAsync(int type, string? data = null, bool withResponse = false)
    {
        await NextAsync();
        return await CallbackAsync(type, data, withResponse);
    }

    public Task<Answer> CallbackAsync(int type, string? data = null, bool withResponse = false)
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
            body["data"] = JsonNode.Parse(data);
        return sandbox.PostAsync($"/interactions/{Last["id"]}/{Token}/callback{(withResponse ? "?with_response=true" : "")}", body);
    }

    public Task<Answer> EditOriginalAsync(string body) => sandbox.PatchAsync(Original, JsonNode.Parse(body));

    public Task<Answer> FollowUpAsync(string body) => sandbox.PostAsync($"/webhooks/{SandboxIds.Bot}/{Token}", JsonNode.Parse(body));

    public string Original => $"/webhooks/{SandboxIds.Bot}/{Token}/messages/@original";

    public ValueTask DisposeAsync() => gateway.DisposeAsync();
}
