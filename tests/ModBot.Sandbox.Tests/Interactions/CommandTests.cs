using System.Text.Json.Nodes;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Interactions;

public sealed class CommandTests : IAsyncLifetime
{
    private static readonly string Global = $"/applications/{SandboxIds.Bot}/commands";
    private static readonly string Local = $"/applications/{SandboxIds.Bot}/guilds/{SandboxIds.Guild}/commands";
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Commands_are_created_overwritten_edited_and_deleted()
    {
        foreach (string scope in (string[])[Global, Local])
        {
            string id = (await _sandbox.PostAsync(scope, Command("ping"))).Is(201).Id;
            Assert.Equal(id, (await _sandbox.PostAsync(scope, Command("ping"))).Is(200).Id);
            Answer edited = (await _sandbox.PatchAsync($"{scope}/{id}", new JsonObject { ["description"] = "changed" })).Is(200);
            Assert.Equal("changed", edited.Text("description"));
            Assert.Equal(id, (await _sandbox.GetAsync($"{scope}/{id}")).Is(200).Id);
            Assert.Single((await _sandbox.GetAsync(scope)).Is(200).List);
            (await _sandbox.DeleteAsync($"{scope}/{id}")).Is(204);
            (await _sandbox.GetAsync($"{scope}/{id}")).Refused(404, 10063);
        }

        (await _sandbox.GetAsync("/applications/5/commands")).Refused(404, 10002);
    }

    [Fact]
    public async Task The_whole_set_is_replaced_and_ids_stay()
    {
        JsonArray first = (await _sandbox.PutAsync(Global, new JsonArray(Command("a"), Command("b")))).Is(200).List;
        JsonArray second = (await _sandbox.PutAsync(Global, new JsonArray(Command("b"), Command("c")))).Is(200).List;
        Assert.Equal((string?)first[1]!["id"], (string?)second[0]!["id"]);
        Assert.Equal(["b", "c"], (await _sandbox.GetAsync(Global)).List.Select(c => (string?)c!["name"]).Order());
        (await _sandbox.PutAsync(Global, new JsonArray(Command("x"), Command("x")))).Refused(400, 50035);
        (await _sandbox.PutAsync(Global, new JsonArray([.. Enumerable.Range(0, 101).Select(i => (JsonNode)Command($"c{i}"))]))).Refused(400, 30032);
        Assert.Equal(2, (await _sandbox.GetAsync(Global)).List.Count);
    }

    [Theory]
    [InlineData("""{"name":"Upper","description":"d"}""", "name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"has space","description":"d"}""", "name", "STRING_TYPE_REGEX")]
    [InlineData("""{"name":"","description":"d"}""", "name", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"description":"d"}""", "name", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"a"}""", "description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"Menu","type":2,"description":"d"}""", "description", "APPLICATION_COMMAND_INVALID_DESCRIPTION")]
    [InlineData("""{"name":"a","description":"d","type":9}""", "type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"y","description":"d","required":true}]}""", "options", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""{"name":"a","description":"d","options":[{"type":1,"name":"x","description":"d"},{"type":3,"name":"y","description":"d"}]}""", "options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData("""{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"x","description":"d"}]}""", "options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS")]
    [InlineData("""{"name":"a","description":"d","options":[{"type":3,"name":"x"}]}""", "options.0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"a","description":"d","options":[{"type":4,"name":"x","description":"d","choices":[{"name":"one","value":"1"}]}]}""", "options.0.choices.0.value", "NUMBER_TYPE_COERCE")]
    [InlineData("""{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d","autocomplete":true,"choices":[{"name":"one","value":"1"}]}]}""", "options.0.autocomplete", "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES")]
    public async Task Wrong_commands_are_refused(string command, string path, string code) =>
        (await _sandbox.PostAsync(Global, JsonNode.Parse(command))).HasFault(path, code);

    [Fact]
    public async Task A_command_has_a_size()
    {
        JsonArray Options(int length) => [.. Enumerable.Range(0, 5).Select(i => new JsonObject
        {
            ["type"] = 3,
            ["name"] = $"o{i}",
            ["description"] = "d",
            ["choices"] = new JsonArray([.. Enumerable.Range(0, 25).Select(c => (JsonNode)new JsonObject { ["name"] = $"{c:00}" + new string('n', length), ["value"] = "v" })]),
        })];
        JsonObject command = Command("big");
        command["options"] = Options(50);
        (await _sandbox.PostAsync(Global, command)).Is(201);
        command["options"] = Options(98);
        (await _sandbox.PostAsync(Global, command)).HasFault("", "APPLICATION_COMMAND_TOO_LARGE");
    }

    [Theory]
    [InlineData(null, true, true, true)]
    [InlineData("8192", false, true, true)]
    [InlineData("32", false, false, true)]
    [InlineData("0", false, false, true)]
    public async Task Permissions_decide_who_sees_a_command(string? permissions, bool noah, bool mia, bool admin)
    {
        JsonObject command = Command("gated");
        command["default_member_permissions"] = permissions;
        (await _sandbox.PutAsync(Global, new JsonArray(command))).Is(200);
        Assert.Equal(noah, _sandbox.World.CommandsOf(SandboxIds.Noah, SandboxIds.General).Contains("gated"));
        Assert.Equal(mia, _sandbox.World.CommandsOf(SandboxIds.Mia, SandboxIds.General).Contains("gated"));
        Assert.Equal(admin, _sandbox.World.CommandsOf(SandboxIds.Admin, SandboxIds.General).Contains("gated"));
    }

    private static JsonObject Command(string name) => new() { ["name"] = name, ["description"] = "does " + name };
}
