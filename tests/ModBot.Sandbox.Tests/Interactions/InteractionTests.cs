using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Interactions;

public sealed class InteractionTests : IAsyncLifetime
{
    private const string Terms = """
        {"name":"terms","description":"Blocked terms","options":[
          {"type":1,"name":"add","description":"Add one","options":[
            {"type":3,"name":"term","description":"The term","required":true,"autocomplete":true,"max_length":20},
            {"type":4,"name":"points","description":"Points","min_value":1,"max_value":9},
            {"type":5,"name":"quiet","description":"Say nothing"},
            {"type":6,"name":"who","description":"Somebody"},
            {"type":3,"name":"level","description":"Evasion","choices":[{"name":"Off","value":"off"},{"name":"Strict","value":"strict"}]}]},
          {"type":1,"name":"list","description":"List all"}]}
        """;

    private const string Ping = """{"name":"ping","description":"Ping"}""";
    private const string Report = """{"name":"Report message","type":3}""";
    private const string Moderate = """{"name":"Moderate","type":2,"default_member_permissions":"8192"}""";

    private readonly ManualTime _time = new();
    private TestSandbox _sandbox = null!;
    private AnsweringBot _bot = null!;

    private SandboxWorld World => _sandbox.World;

    public async Task InitializeAsync()
    {
        _sandbox = await TestSandbox.StartAsync(o => o with { Time = _time });
        _bot = await AnsweringBot.StartAsync(_sandbox, Terms, Ping, Report, Moderate);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_slash_command_arrives_typed_and_is_answered()
    {
        Task<SandboxReply> reply = RunAsync("terms add", new() { ["term"] = "spam", ["points"] = 3, ["quiet"] = true, ["who"] = SandboxIds.Zoe, ["level"] = "strict" });
        Answer callback = await _bot.AnswerAsync(4, """{"content":"added"}""");
        callback.Is(204);
        JsonObject data = (JsonObject)_bot.Last["data"]!;
        Assert.Equal("terms", (string?)data["name"]);
        JsonArray options = (JsonArray)data["options"]![0]!["options"]!;
        Assert.Equal(["term=spam", "points=3", "quiet=true", $"who={SandboxIds.Zoe}", "level=strict"], options.Select(o => $"{o!["name"]}={o["value"]}"));
        Assert.NotNull(data["resolved"]!["users"]![SandboxIds.Zoe.ToString()]);
        Assert.Null(data["resolved"]!["members"]![SandboxIds.Zoe.ToString()]!["user"]);
        Assert.Equal(SandboxIds.Mia.ToString(), (string?)_bot.Last["member"]!["user"]!["id"]);
        Assert.True((ulong.Parse((string)_bot.Last["member"]!["permissions"]!) & 8192) != 0);
        foreach (string key in (string[])["app_permissions", "locale", "guild_locale", "entitlements", "authorizing_integration_owners", "context", "channel", "guild"])
            Assert.True(_bot.Last.ContainsKey(key), key);
        SandboxMessage message = (await reply).Message!;
        Assert.Equal("added", message.Content);
        Assert.Equal(20, (int)JsonNode.Parse(message.Json)!["type"]!);
    }

    [Theory]
    [InlineData("terms", "sub-command")]
    [InlineData("terms remove", "no sub-command")]
    [InlineData("terms add", "required")]
    [InlineData("terms add term=123456789012345678901", "length")]
    [InlineData("terms add term=a points=0", "between 1 and 9")]
    [InlineData("terms add term=a points=x", "whole number")]
    [InlineData("terms add term=a level=loose", "choices")]
    [InlineData("terms add term=a who=5", "no such user")]
    [InlineData("terms add term=a colour=red", "no such option")]
    [InlineData("unknown", "Unknown application command")]
    public async Task Values_that_do_not_fit_are_refused_before_the_bot_hears(string line, string why)
    {
        string[] words = line.Split(' ');
        Dictionary<string, object> options = words.Where(w => w.Contains('=', StringComparison.Ordinal)).ToDictionary(w => w.Split('=')[0], w => (object)w.Split('=')[1]);
        string command = string.Join(' ', words.Where(w => !w.Contains('=', StringComparison.Ordinal)));
        SandboxRefusedException fault = await Assert.ThrowsAsync<SandboxRefusedException>(() => RunAsync(command, options));
        Assert.Contains(why, fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_callback_is_refused()
    {
        _ = RunAsync("ping");
        (await _bot.AnswerAsync(4, """{"content":"pong"}""")).Is(204);
        (await _bot.CallbackAsync(4, """{"content":"pong"}""")).Refused(400, 40060);
    }

    [Fact]
    public async Task After_three_seconds_the_interaction_is_unknown()
    {
        Task<SandboxReply> reply = RunAsync("ping");
        await _bot.NextAsync();
        _time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal(SandboxReplyKind.None, (await reply).Kind);
        (await _bot.CallbackAsync(4, """{"content":"late"}""")).Refused(404, 10062);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_the_token_is_dead()
    {
        _ = RunAsync("ping");
        (await _bot.AnswerAsync(5)).Is(204);
        _time.Advance(TimeSpan.FromMinutes(14.9));
        (await _bot.EditOriginalAsync("""{"content":"in time"}""")).Is(200);
        _time.Advance(TimeSpan.FromMinutes(0.2));
        (await _bot.EditOriginalAsync("""{"content":"late"}""")).Refused(401, 50027);
        (await _bot.FollowUpAsync("""{"content":"late"}""")).Refused(401, 50027);
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        _ = RunAsync("ping");
        await _bot.NextAsync();
        (await _sandbox.PostAsync($"/interactions/{_bot.Last["id"]}/wrong/callback", new JsonObject { ["type"] = 5 })).Refused(404, 10062);
        (await _sandbox.PatchAsync($"/webhooks/{SandboxIds.Bot}/wrong/messages/@original", new JsonObject { ["content"] = "x" })).Refused(401, 50027);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(0)]
    public async Task A_deferred_answer_is_filled_in(int flags)
    {
        Task<SandboxReply> reply = RunAsync("ping");
        (await _bot.AnswerAsync(5, $$"""{"flags":{{flags}}}""")).Is(204);
        (await _bot.EditOriginalAsync("""{"content":"done","flags":64}""")).Is(200);
        SandboxReply settled = await reply;
        Assert.Equal((SandboxReplyKind.Message, "done"), (settled.Kind, settled.Message!.Content));
        Assert.Equal(flags == 64 ? SandboxIds.Mia : null, settled.Message.EphemeralFor);
        Assert.Null(settled.Message.EditedAt);
        (await _sandbox.GetAsync(_bot.Original)).Is(200);
        Assert.Equal(flags == 64 ? 0 : 1, World.Messages(SandboxIds.General).Count);
    }

    [Fact]
    public async Task Follow_ups_come_after_and_can_be_edited_and_deleted()
    {
        _ = RunAsync("ping");
        (await _bot.AnswerAsync(4, """{"content":"first","flags":64}""")).Is(204);
        string id = (await _bot.FollowUpAsync("""{"content":"second"}""")).Is(200).Id;
        string path = $"/webhooks/{SandboxIds.Bot}/{_bot.Token}/messages/{id}";
        (await _sandbox.PatchAsync(path, new JsonObject { ["content"] = "second, better" })).Is(200);
        Assert.Equal("second, better", (await _sandbox.GetAsync(path)).Text("content"));
        (await _sandbox.DeleteAsync(path)).Is(204);
        (await _sandbox.DeleteAsync(_bot.Original)).Is(204);
        (await _sandbox.GetAsync(_bot.Original)).Refused(404, 10008);
        Assert.Empty(World.EphemeralMessages(SandboxIds.Mia));
    }

    [Fact]
    public async Task With_response_gives_the_message()
    {
        _ = RunAsync("ping");
        Answer answer = (await _bot.AnswerAsync(4, """{"content":"pong"}""", withResponse: true)).Is(200);
        Assert.Equal("pong", (string?)answer["resource"]!["message"]!["content"]);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1)]
    [InlineData(42)]
    public async Task Response_types_must_fit_the_interaction(int type)
    {
        _ = RunAsync("ping");
        (await _bot.AnswerAsync(type, "{}")).HasFault("type", "BASE_TYPE_CHOICES");
        (await _bot.CallbackAsync(4, """{"content":"right"}""")).Is(204);
    }

    [Fact]
    public async Task Suggestions_come_while_typing()
    {
        Task<SandboxReply> reply = World.AutocompleteAsync(SandboxIds.Mia, SandboxIds.General, "terms add", "term", new Dictionary<string, object> { ["term"] = "sp" });
        (await _bot.AnswerAsync(8, """{"choices":[{"name":"spam","value":"spam"},{"name":"spoon","value":"spoon"}]}""")).Is(204);
        Assert.Equal(4, (int)_bot.Last["type"]!);
        JsonNode focused = _bot.Last["data"]!["options"]![0]!["options"]![0]!;
        Assert.Equal((true, "sp"), ((bool)focused["focused"]!, (string)focused["value"]!));
        Assert.Equal(["spam", "spoon"], (await reply).Choices.Select(c => c.Value));
    }

    [Fact]
    public async Task Too_many_suggestions_are_refused()
    {
        _ = World.AutocompleteAsync(SandboxIds.Mia, SandboxIds.General, "terms add", "term");
        string choices = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"name":"{{i}}","value":"{{i}}"}"""));
        (await _bot.AnswerAsync(8, $$"""{"choices":[{{choices}}]}""")).HasFault("data.choices", "BASE_TYPE_MAX_LENGTH");
    }

    [Fact]
    public async Task A_button_opens_a_form_whose_answer_changes_the_card()
    {
        Snowflake card = await CardAsync();
        Task<SandboxReply> pressed = World.PressAsync(SandboxIds.Mia, SandboxIds.General, card, "overturn");
        (await _bot.AnswerAsync(9, """{"custom_id":"why","title":"Why?","components":[{"type":18,"label":"Why?","component":{"type":4,"custom_id":"reason","style":2,"min_length":3}}]}""")).Is(204);
        Assert.Equal(2, (int)_bot.Last["data"]!["component_type"]!);
        Assert.Equal(card.ToString(), (string?)_bot.Last["message"]!["id"]);
        SandboxModal modal = (await pressed).Modal!;
        await Assert.ThrowsAsync<SandboxRefusedException>(() => World.SubmitModalAsync(SandboxIds.Mia, modal, new Dictionary<string, string> { ["reason"] = "x" }));
        await Assert.ThrowsAsync<SandboxRefusedException>(() => World.SubmitModalAsync(SandboxIds.Noah, modal, new Dictionary<string, string> { ["reason"] = "sarcasm" }));
        Task<SandboxReply> submitted = World.SubmitModalAsync(SandboxIds.Mia, modal, new Dictionary<string, string> { ["reason"] = "sarcasm" });
        (await _bot.AnswerAsync(7, """{"content":"overturned","components":[]}""")).Is(204);
        Assert.Equal("sarcasm", (string?)_bot.Last["data"]!["components"]![0]!["component"]!["value"]);
        Assert.Equal(SandboxReplyKind.Update, (await submitted).Kind);
        SandboxMessage after = World.FindMessage(SandboxIds.General, card)!;
        Assert.Equal("overturned", after.Content);
        Assert.Empty(after.CustomIds);
        await Assert.ThrowsAsync<SandboxRefusedException>(() => World.PressAsync(SandboxIds.Mia, SandboxIds.General, card, "overturn"));
    }

    [Fact]
    public async Task A_select_sends_its_values()
    {
        Snowflake card = await CardAsync();
        await Assert.ThrowsAsync<SandboxRefusedException>(() => World.PressAsync(SandboxIds.Mia, SandboxIds.General, card, "more", ["nope"]));
        await Assert.ThrowsAsync<SandboxRefusedException>(() => World.PressAsync(SandboxIds.Mia, SandboxIds.General, card, "more", []));
        Task<SandboxReply> chosen = World.PressAsync(SandboxIds.Mia, SandboxIds.General, card, "more", ["ban"]);
        (await _bot.AnswerAsync(6)).Is(204);
        Assert.Equal("ban", (string?)_bot.Last["data"]!["values"]![0]);
        Assert.Equal(SandboxReplyKind.DeferredUpdate, (await chosen).Kind);
        (await _bot.EditOriginalAsync("""{"content":"banned"}""")).Is(200);
        Assert.Equal("banned", World.FindMessage(SandboxIds.General, card)!.Content);
    }

    [Fact]
    public async Task Context_menus_name_their_target()
    {
        Snowflake message = World.PostMessage(SandboxIds.General, SandboxIds.Noah, "bad").Message.Id;
        Task<SandboxReply> reported = World.RunMessageCommandAsync(SandboxIds.Zoe, SandboxIds.General, "Report message", message);
        (await _bot.AnswerAsync(4, """{"content":"thank you","flags":64}""")).Is(204);
        Assert.Equal("bad", (string?)_bot.Last["data"]!["resolved"]!["messages"]![message.ToString()]!["content"]);
        Assert.Equal(SandboxIds.Zoe, (await reported).Message!.EphemeralFor);
        Task<SandboxReply> moderated = World.RunUserCommandAsync(SandboxIds.Mia, SandboxIds.General, "Moderate", SandboxIds.Noah);
        (await _bot.AnswerAsync(4, """{"content":"how?"}""")).Is(204);
        Assert.Equal(SandboxIds.Noah.ToString(), (string?)_bot.Last["data"]!["target_id"]);
        Assert.Equal("how?", (await moderated).Message!.Content);
        await Assert.ThrowsAsync<SandboxRefusedException>(() => World.RunUserCommandAsync(SandboxIds.Zoe, SandboxIds.General, "Moderate", SandboxIds.Noah));
    }

    private Task<SandboxReply> RunAsync(string command, Dictionary<string, object>? options = null) =>
        World.RunCommandAsync(SandboxIds.Mia, SandboxIds.General, command, options);

    private async Task<Snowflake> CardAsync()
    {
        const string components = """
            [{"type":1,"components":[{"type":2,"style":3,"label":"Uphold","custom_id":"uphold"},{"type":2,"style":2,"label":"Overturn","custom_id":"overturn"}]},
             {"type":1,"components":[{"type":3,"custom_id":"more","options":[{"label":"Ban","value":"ban"},{"label":"Kick","value":"kick"}]}]}]
            """;
        Answer card = await _sandbox.PostAsync(TestSandbox.Channel(SandboxIds.General, "/messages"), new JsonObject { ["content"] = "card", ["components"] = JsonNode.Parse(components) });
        return Snowflake.Parse(card.Is(200).Id);
    }
}
