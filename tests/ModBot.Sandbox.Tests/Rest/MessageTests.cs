using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Rest;

public sealed class MessageTests : IAsyncLifetime
{
    private static readonly string Messages = TestSandbox.Channel(SandboxIds.General, "/messages");
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_message_is_posted_read_edited_and_deleted()
    {
        Answer posted = await _sandbox.SayAsync(SandboxIds.General, "hello");
        string path = $"{Messages}/{posted.Id}";
        Assert.Equal("hello", (await _sandbox.GetAsync(path)).Is(200).Text("content"));
        Answer edited = (await _sandbox.PatchAsync(path, new JsonObject { ["content"] = "hello again" })).Is(200);
        Assert.NotNull(edited["edited_timestamp"]);
        (await _sandbox.SendAsync("DELETE", path, (JsonNode?)null, "no longer needed")).Is(204);
        (await _sandbox.GetAsync(path)).Refused(404, 10008);
        (await _sandbox.DeleteAsync(path)).Refused(404, 10008);
        SandboxDeletion? deletion = _sandbox.World.FindDeletion(SandboxIds.General, Snowflake.Parse(posted.Id));
        Assert.Equal("no longer needed", deletion?.Reason);
        Assert.Equal(SandboxIds.Bot, deletion?.DeletedBy);
    }

    [Fact]
    public async Task Pages_run_newest_first()
    {
        string[] ids = new string[5];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = (await _sandbox.SayAsync(SandboxIds.General, $"m{i}")).Id;
        Assert.Equal([ids[4], ids[3]], await IdsAsync("?limit=2"));
        Assert.Equal([ids[1], ids[0]], await IdsAsync($"?before={ids[2]}"));
        Assert.Equal([ids[3], ids[2]], await IdsAsync($"?after={ids[1]}&limit=2"));
        Assert.Equal([ids[3], ids[2], ids[1]], await IdsAsync($"?around={ids[2]}&limit=3"));
        Assert.Equal([ids[4], ids[3], ids[2], ids[1], ids[0]], await IdsAsync("?after=0"));
        (await _sandbox.GetAsync(Messages + "?limit=101")).HasFault("limit", "NUMBER_TYPE_MAX");
        (await _sandbox.GetAsync(Messages + "?limit=0")).HasFault("limit", "NUMBER_TYPE_MIN");
        (await _sandbox.GetAsync(Messages + $"?before={ids[0]}&after={ids[0]}")).Refused(400, 50035);
    }

    [Theory]
    [InlineData(2000, 200)]
    [InlineData(2001, 400)]
    public async Task Content_has_a_length(int length, int status) =>
        (await _sandbox.PostAsync(Messages, new JsonObject { ["content"] = new string('x', length) })).Is(status);

    [Theory]
    [InlineData("""{"title":"TEXT"}""", 256, "embeds.0.title")]
    [InlineData("""{"description":"TEXT"}""", 4096, "embeds.0.description")]
    [InlineData("""{"footer":{"text":"TEXT"}}""", 2048, "embeds.0.footer.text")]
    [InlineData("""{"author":{"name":"TEXT"}}""", 256, "embeds.0.author.name")]
    [InlineData("""{"fields":[{"name":"TEXT","value":"v"}]}""", 256, "embeds.0.fields.0.name")]
    [InlineData("""{"fields":[{"name":"n","value":"TEXT"}]}""", 1024, "embeds.0.fields.0.value")]
    public async Task Embeds_have_limits(string embed, int limit, string path)
    {
        (await PostEmbedAsync(embed, limit)).Is(200);
        Answer refused = await PostEmbedAsync(embed, limit + 1);
        refused.Refused(400, 50035);
        JsonNode? at = refused["errors"];
        foreach (string step in path.Split('.'))
            at = at?[step];
        Assert.NotNull(at?["_errors"]);
    }

    [Fact]
    public async Task Embeds_together_have_a_limit()
    {
        JsonArray Two(int length) => [new JsonObject { ["description"] = new string('a', 3_000) }, new JsonObject { ["description"] = new string('b', length) }];
        (await _sandbox.PostAsync(Messages, new JsonObject { ["embeds"] = Two(3_000) })).Is(200);
        (await _sandbox.PostAsync(Messages, new JsonObject { ["embeds"] = Two(3_001) })).HasFault("embeds", "MAX_EMBED_SIZE_EXCEEDED");
    }

    [Theory]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"x"}]}]""", null, null)]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":5,"label":"a","url":"https://example.org"}]}]""", null, null)]
    [InlineData("""[{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"a","value":"b"}]}]}]""", null, null)]
    [InlineData("""[{"type":1,"components":[{"type":5,"custom_id":"u","min_values":0,"max_values":3}]}]""", null, null)]
    [InlineData("""[{"type":2,"style":1,"label":"a","custom_id":"x"}]""", "components.0.type", "UNION_TYPE_CHOICES")]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":1,"label":"a"}]}]""", "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED")]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"x"},{"type":2,"style":1,"label":"b","custom_id":"x"}]}]""", "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":1,"custom_id":"x"}]}]""", "components.0.components.0", "BUTTON_COMPONENT_INVALID_LABEL")]
    [InlineData("""[{"type":1,"components":[{"type":3,"custom_id":"s","options":[]}]}]""", "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""[{"type":1,"components":[]}]""", "components.0.components", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""[{"type":10,"content":"text"}]""", "components.0.type", "UNION_TYPE_CHOICES")]
    public async Task Components_are_validated(string components, string? path, string? code)
    {
        Answer answer = await _sandbox.PostAsync(Messages, new JsonObject { ["content"] = "c", ["components"] = JsonNode.Parse(components) });
        if (path is null)
            Assert.Equal(1, (int)answer.Is(200)["components"]![0]!["id"]!);
        else
            answer.HasFault(path, code!);
    }

    [Fact]
    public async Task New_components_need_their_flag_and_stand_alone()
    {
        JsonArray Layout() => [new JsonObject { ["type"] = 17, ["components"] = new JsonArray(new JsonObject { ["type"] = 10, ["content"] = "text" }) }];
        (await _sandbox.PostAsync(Messages, new JsonObject { ["flags"] = 32768, ["components"] = Layout() })).Is(200);
        (await _sandbox.PostAsync(Messages, new JsonObject { ["flags"] = 32768, ["content"] = "x", ["components"] = Layout() }))
            .HasFault("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
    }

    [Fact]
    public async Task Files_travel_as_multipart()
    {
        using var form = new MultipartFormDataContent();
        using var payload = new StringContent("""{"content":"see","attachments":[{"id":0,"description":"a note"}]}""", Encoding.UTF8, "application/json");
        form.Add(payload, "payload_json");
        using var file = new ByteArrayContent("hello file"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "files[0]", "../no te.txt");
        Answer posted = (await _sandbox.SendAsync("POST", Messages, form)).Is(200);
        JsonNode attachment = posted["attachments"]![0]!;
        Assert.Equal("no_te.txt", (string?)attachment["filename"]);
        Assert.Equal("a note", (string?)attachment["description"]);
        using HttpResponseMessage download = await _sandbox.Http.GetAsync(new Uri((string)attachment["url"]!));
        Assert.Equal("hello file", await download.Content.ReadAsStringAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task Bulk_delete_keeps_to_two_weeks_and_a_hundred()
    {
        string a = (await _sandbox.SayAsync(SandboxIds.General, "a")).Id, b = (await _sandbox.SayAsync(SandboxIds.General, "b")).Id;
        var old = Snowflake.At(TimeProvider.System.GetUtcNow().AddDays(-15));
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "old", new SandboxMessageOptions { Id = old });
        (await BulkAsync(a)).Refused(400, 50016);
        (await BulkAsync(a, a)).Refused(400, 50035);
        (await BulkAsync(a, old.ToString())).Refused(400, 50034);
        (await BulkAsync([.. Enumerable.Range(0, 101).Select(i => (ulong.Parse(a) + (ulong)i).ToString())])).Refused(400, 50016);
        Answer done = await _sandbox.SendAsync("POST", Messages + "/bulk-delete", Ids(a, b, (ulong.Parse(b) + 5).ToString()), "clean-up");
        done.Is(204);
        Assert.Equal([old.ToString()], await IdsAsync(""));
        Answer log = (await _sandbox.GetAsync(TestSandbox.Guild("/audit-logs?action_type=73"))).Is(200);
        Assert.Equal("clean-up", (string?)log["audit_log_entries"]![0]!["reason"]);
        Assert.Equal("2", (string?)log["audit_log_entries"]![0]!["options"]!["count"]);
    }

    [Fact]
    public async Task The_bot_may_not_rewrite_what_others_said()
    {
        Snowflake id = _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "mine").Message.Id;
        (await _sandbox.PatchAsync($"{Messages}/{id}", new JsonObject { ["content"] = "yours" })).Refused(403, 50005);
        (await _sandbox.PatchAsync($"{Messages}/{id}", new JsonObject { ["flags"] = 4 })).Is(200);
        (await _sandbox.DeleteAsync($"{Messages}/{id}")).Is(204);
    }

    [Fact]
    public async Task Without_permission_calls_are_refused_with_discords_codes()
    {
        Snowflake id = _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "mine").Message.Id;
        SetBotPermissions(PermissionBits.ViewChannel | PermissionBits.ReadMessageHistory);
        (await _sandbox.PostAsync(Messages, new JsonObject { ["content"] = "x" })).Refused(403, 50013);
        (await _sandbox.DeleteAsync($"{Messages}/{id}")).Refused(403, 50013);
        SetBotPermissions(PermissionBits.ViewChannel);
        Assert.Empty((await _sandbox.GetAsync(Messages)).Is(200).List);
        SetBotPermissions(PermissionBits.None);
        (await _sandbox.GetAsync(Messages)).Refused(403, 50001);
        (await _sandbox.PostAsync(Messages, new JsonObject { ["content"] = "x" })).Refused(403, 50001);
    }

    [Fact]
    public async Task An_enforced_nonce_is_posted_once()
    {
        JsonObject Body(bool enforce) => new() { ["content"] = "once", ["nonce"] = "n-1", ["enforce_nonce"] = enforce };
        string first = (await _sandbox.PostAsync(Messages, Body(true))).Is(200).Id;
        Assert.Equal(first, (await _sandbox.PostAsync(Messages, Body(true))).Is(200).Id);
        Assert.NotEqual(first, (await _sandbox.PostAsync(Messages, Body(false))).Is(200).Id);
        (await _sandbox.PostAsync(Messages, new JsonObject { ["content"] = "x", ["nonce"] = new string('n', 26) })).HasFault("nonce", "BASE_TYPE_MAX_LENGTH");
    }

    [Theory]
    [InlineData(null, 2, true)]
    [InlineData("""{"parse":[]}""", 0, false)]
    [InlineData("""{"parse":["users"]}""", 2, false)]
    [InlineData("""{"users":["NOAH"]}""", 1, false)]
    [InlineData("""{"parse":["everyone"]}""", 0, true)]
    public async Task Allowed_mentions_decide_who_is_mentioned(string? allowed, int users, bool everyone)
    {
        SetBotPermissions(PermissionBits.EveryoneDefault | PermissionBits.MentionEveryone);
        var body = new JsonObject { ["content"] = $"<@{SandboxIds.Noah}> <@!{SandboxIds.Zoe}> <@1> @everyone" };
        if (allowed is not null)
            body["allowed_mentions"] = JsonNode.Parse(allowed.Replace("NOAH", SandboxIds.Noah.ToString(), StringComparison.Ordinal));
        Answer answer = (await _sandbox.PostAsync(Messages, body)).Is(200);
        Assert.Equal(users, ((JsonArray)answer["mentions"]!).Count);
        Assert.Equal(everyone, (bool)answer["mention_everyone"]!);
    }

    [Theory]
    [InlineData("""{"parse":["nobody"]}""")]
    [InlineData("""{"parse":["users"],"users":["1"]}""")]
    public async Task Contradicting_allowed_mentions_are_refused(string allowed) =>
        (await _sandbox.PostAsync(Messages, new JsonObject { ["content"] = "x", ["allowed_mentions"] = JsonNode.Parse(allowed) })).Refused(400, 50035);

    [Fact]
    public async Task Replies_and_forwards_carry_the_original()
    {
        string original = (await _sandbox.SayAsync(SandboxIds.General, "first")).Id;
        Answer reply = (await _sandbox.PostAsync(Messages, new JsonObject { ["content"] = "second", ["message_reference"] = new JsonObject { ["message_id"] = original } })).Is(200);
        Assert.Equal(19, (int)reply["type"]!);
        Assert.Equal("first", (string?)reply["referenced_message"]!["content"]);
        var forward = new JsonObject { ["type"] = 1, ["message_id"] = original, ["channel_id"] = SandboxIds.General.ToString() };
        Answer forwarded = (await _sandbox.PostAsync(TestSandbox.Channel(SandboxIds.Comments, "/messages"), new JsonObject { ["message_reference"] = forward })).Is(200);
        Assert.Equal("first", (string?)forwarded["message_snapshots"]![0]!["message"]!["content"]);
        JsonObject unknown = new() { ["content"] = "x", ["message_reference"] = new JsonObject { ["message_id"] = "5" } };
        (await _sandbox.PostAsync(Messages, unknown)).HasFault("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE");
        unknown["message_reference"]!["fail_if_not_exists"] = false;
        Assert.Equal(0, (int)(await _sandbox.PostAsync(Messages, unknown)).Is(200)["type"]!);
    }

    [Fact]
    public async Task Polls_are_posted()
    {
        JsonNode poll = JsonNode.Parse("""{"question":{"text":"Tea?"},"answers":[{"poll_media":{"text":"Yes"}},{"poll_media":{"text":"No"}}],"duration":2}""")!;
        Answer answer = (await _sandbox.PostAsync(Messages, new JsonObject { ["poll"] = poll })).Is(200);
        Assert.Equal(2, ((JsonArray)answer["poll"]!["answers"]!).Count);
    }

    [Fact]
    public async Task Reactions_and_pins_come_and_go()
    {
        string id = (await _sandbox.SayAsync(SandboxIds.General, "react")).Id;
        string thumb = $"{Messages}/{id}/reactions/{Uri.EscapeDataString("👍")}";
        (await _sandbox.PutAsync(thumb + "/@me")).Is(204);
        (await _sandbox.PutAsync($"{Messages}/{id}/reactions/abc/@me")).Refused(400, 10014);
        Assert.Equal(SandboxIds.Bot.ToString(), (string?)(await _sandbox.GetAsync(thumb)).Is(200).List[0]!["id"]);
        Assert.True((bool)(await _sandbox.GetAsync($"{Messages}/{id}")).Is(200)["reactions"]![0]!["me"]!);
        (await _sandbox.DeleteAsync(thumb + "/@me")).Is(204);
        (await _sandbox.DeleteAsync($"{Messages}/{id}/reactions")).Is(204);
        (await _sandbox.PutAsync($"{Messages}/pins/{id}")).Is(204);
        Answer pins = (await _sandbox.GetAsync(Messages + "/pins")).Is(200);
        Assert.Equal(id, (string?)pins["items"]![0]!["message"]!["id"]);
        (await _sandbox.DeleteAsync($"{Messages}/pins/{id}")).Is(204);
        Assert.Empty((JsonArray)(await _sandbox.GetAsync(Messages + "/pins"))["items"]!);
    }

    [Fact]
    public async Task Direct_messages_reach_those_who_accept_them()
    {
        Answer channel = (await _sandbox.PostAsync("/users/@me/channels", new JsonObject { ["recipient_id"] = SandboxIds.Zoe.ToString() })).Is(200);
        Assert.Equal(channel.Id, (await _sandbox.PostAsync("/users/@me/channels", new JsonObject { ["recipient_id"] = SandboxIds.Zoe.ToString() })).Id);
        (await _sandbox.PostAsync($"/channels/{channel.Id}/messages", new JsonObject { ["content"] = "psst" })).Is(200);
        Assert.Equal("psst", Assert.Single(_sandbox.World.DirectMessages(SandboxIds.Zoe)).Content);
        _sandbox.World.AcceptDirectMessages(SandboxIds.Zoe, false);
        (await _sandbox.PostAsync($"/channels/{channel.Id}/messages", new JsonObject { ["content"] = "psst" })).Refused(403, 50007);
    }

    private void SetBotPermissions(PermissionBits bits)
    {
        Snowflake role = _sandbox.World.EnsureRole("restricted", bits);
        lock (_sandbox.World.State.Gate)
        {
            var guild = _sandbox.World.State.Guild(SandboxIds.Guild);
            guild.Everyone.Permissions = PermissionBits.None;
            guild.Roles[SandboxIds.BotRole].Permissions = PermissionBits.None;
            guild.Roles[role].Permissions = bits;
        }

        _sandbox.World.SetRoles(SandboxIds.Bot, SandboxIds.BotRole, role);
    }

    private async Task<string[]> IdsAsync(string query) => [.. (await _sandbox.GetAsync(Messages + query)).Is(200).List.Select(m => (string)m!["id"]!)];

    private Task<Answer> BulkAsync(params string[] ids) => _sandbox.PostAsync(Messages + "/bulk-delete", Ids(ids));

    private static JsonObject Ids(params string[] ids) => new() { ["messages"] = new JsonArray([.. ids.Select(i => (JsonNode)i)]) };

    private Task<Answer> PostEmbedAsync(string embed, int length)
    {
        JsonNode json = JsonNode.Parse(embed.Replace("TEXT", new string('x', length), StringComparison.Ordinal))!;
        return _sandbox.PostAsync(Messages, new JsonObject { ["embeds"] = new JsonArray(json) });
    }
}
