using System.Text.Json.Nodes;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Rest;

public sealed class GuildTests : IAsyncLifetime
{
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task The_guild_is_read_and_changed()
    {
        Answer guild = (await _sandbox.GetAsync(TestSandbox.Guild("?with_counts=true"))).Is(200);
        Assert.Equal((5, "ModBot sandbox"), ((int)guild["approximate_member_count"]!, guild.Text("name")));
        Answer changed = (await _sandbox.PatchAsync(TestSandbox.Guild(), new JsonObject { ["verification_level"] = 4, ["features"] = new JsonArray("INVITES_DISABLED") })).Is(200);
        Assert.Equal(4, (int)changed["verification_level"]!);
        string soon = TimeProvider.System.GetUtcNow().AddHours(2).ToString("O"), late = TimeProvider.System.GetUtcNow().AddHours(30).ToString("O");
        (await _sandbox.PutAsync(TestSandbox.Guild("/incident-actions"), new JsonObject { ["invites_disabled_until"] = soon })).Is(200);
        (await _sandbox.PutAsync(TestSandbox.Guild("/incident-actions"), new JsonObject { ["invites_disabled_until"] = late })).Refused(400, 50035);
        Assert.NotNull((await _sandbox.GetAsync(TestSandbox.Guild()))["incidents_data"]!["invites_disabled_until"]);
    }

    [Fact]
    public async Task Roles_are_made_edited_moved_and_deleted()
    {
        Answer made = (await _sandbox.PostAsync(TestSandbox.Guild("/roles"), new JsonObject { ["name"] = "helper", ["permissions"] = "8192", ["color"] = 0xFF0000 })).Is(200);
        string path = TestSandbox.Guild($"/roles/{made.Id}");
        Assert.Equal("8192", (await _sandbox.GetAsync(path)).Is(200).Text("permissions"));
        (await _sandbox.PatchAsync(path, new JsonObject { ["name"] = "helpers", ["colors"] = new JsonObject { ["primary_color"] = 5, ["secondary_color"] = 6 } })).Is(200);
        (await _sandbox.PatchAsync(TestSandbox.Guild("/roles"), new JsonArray(new JsonObject { ["id"] = made.Id, ["position"] = 2 }))).Is(200);
        Assert.Equal(6, (await _sandbox.GetAsync(TestSandbox.Guild("/roles"))).Is(200).List.Count);
        (await _sandbox.PostAsync(TestSandbox.Guild("/roles"), new JsonObject { ["permissions"] = "8" })).Refused(403, 50013);
        (await _sandbox.PatchAsync(TestSandbox.Guild($"/roles/{SandboxIds.BotRole}"), new JsonObject { ["name"] = "x" })).Refused(403, 50013);
        (await _sandbox.DeleteAsync(path)).Is(204);
        (await _sandbox.GetAsync(path)).Refused(404, 10011);
    }

    [Fact]
    public async Task Channels_are_made_edited_and_deleted()
    {
        Answer made = (await _sandbox.PostAsync(TestSandbox.Guild("/channels"), new JsonObject { ["name"] = "New Channel", ["topic"] = "t" })).Is(201);
        Assert.Equal("new-channel", made.Text("name"));
        string path = "/channels/" + made.Id;
        Answer slowed = (await _sandbox.SendAsync("PATCH", path, new JsonObject { ["rate_limit_per_user"] = 30 }, "raid")).Is(200);
        Assert.Equal(30, (int)slowed["rate_limit_per_user"]!);
        Assert.Equal("t", slowed.Text("topic"));
        (await _sandbox.PatchAsync(path, new JsonObject { ["rate_limit_per_user"] = 21_601 })).HasFault("rate_limit_per_user", "NUMBER_TYPE_MAX");
        (await _sandbox.PutAsync($"{path}/permissions/{SandboxIds.Guild}", new JsonObject { ["type"] = 0, ["deny"] = "2048" })).Is(204);
        Assert.Equal("2048", (string?)(await _sandbox.GetAsync(path)).Is(200)["permission_overwrites"]![0]!["deny"]);
        (await _sandbox.DeleteAsync($"{path}/permissions/{SandboxIds.Guild}")).Is(204);
        (await _sandbox.DeleteAsync($"{path}/permissions/{SandboxIds.Guild}")).Refused(404, 10009);
        (await _sandbox.PostAsync(path + "/typing")).Is(204);
        Assert.Equal(5, (await _sandbox.GetAsync(TestSandbox.Guild("/channels"))).Is(200).List.Count);
        (await _sandbox.DeleteAsync(path)).Is(200);
        (await _sandbox.GetAsync(path)).Refused(404, 10003);
    }

    [Fact]
    public async Task Slowmode_holds_people_but_not_moderators()
    {
        (await _sandbox.PatchAsync(TestSandbox.Channel(SandboxIds.General), new JsonObject { ["rate_limit_per_user"] = 60 })).Is(200);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "one");
        Assert.Equal(20016, Assert.Throws<SandboxRefusedException>(() => _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "two")).Code);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Mia, "one");
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Mia, "two");
    }

    [Fact]
    public async Task Threads_live_and_are_archived()
    {
        string message = (await _sandbox.SayAsync(SandboxIds.General, "start")).Id;
        Answer thread = (await _sandbox.PostAsync(TestSandbox.Channel(SandboxIds.General, $"/messages/{message}/threads"), new JsonObject { ["name"] = "a thread" })).Is(201);
        Assert.Equal(message, thread.Id);
        (await _sandbox.PostAsync(TestSandbox.Channel(SandboxIds.General, $"/messages/{message}/threads"), new JsonObject { ["name"] = "again" })).Refused(400, 160004);
        (await _sandbox.PostAsync($"/channels/{thread.Id}/messages", new JsonObject { ["content"] = "inside" })).Is(200);
        Assert.Single((JsonArray)(await _sandbox.GetAsync(TestSandbox.Guild("/threads/active"))).Is(200)["threads"]!);
        (await _sandbox.PutAsync($"/channels/{thread.Id}/thread-members/{SandboxIds.Zoe}")).Is(204);
        Assert.Equal(2, (await _sandbox.GetAsync($"/channels/{thread.Id}/thread-members")).Is(200).List.Count);
        (await _sandbox.PatchAsync("/channels/" + thread.Id, new JsonObject { ["archived"] = true, ["locked"] = true })).Is(200);
        (await _sandbox.PatchAsync("/channels/" + thread.Id, new JsonObject { ["name"] = "x" })).Refused(400, 50083);
        Assert.Single((JsonArray)(await _sandbox.GetAsync(TestSandbox.Channel(SandboxIds.General, "/threads/archived/public"))).Is(200)["threads"]!);
        Answer open = (await _sandbox.PostAsync(TestSandbox.Channel(SandboxIds.General, "/threads"), new JsonObject { ["name"] = "private", ["type"] = 12 })).Is(201);
        (await _sandbox.DeleteAsync("/channels/" + open.Id)).Is(200);
    }

    [Fact]
    public async Task Webhooks_post_under_their_own_name()
    {
        Answer hook = (await _sandbox.PostAsync(TestSandbox.Channel(SandboxIds.General, "/webhooks"), new JsonObject { ["name"] = "News" })).Is(200);
        string path = $"/webhooks/{hook.Id}/{hook.Text("token")}";
        _sandbox.Http.DefaultRequestHeaders.Authorization = null;
        Answer posted = (await _sandbox.PostAsync(path + "?wait=true", new JsonObject { ["content"] = "extra", ["username"] = "Reporter" })).Is(200);
        Assert.Equal(("Reporter", hook.Id, hook.Id), ((string)posted["author"]!["username"]!, (string)posted["author"]!["id"]!, posted.Text("webhook_id")));
        (await _sandbox.PostAsync(path, new JsonObject { ["content"] = "quiet" })).Is(204);
        (await _sandbox.PatchAsync($"{path}/messages/{posted.Id}", new JsonObject { ["content"] = "better" })).Is(200);
        (await _sandbox.DeleteAsync($"{path}/messages/{posted.Id}")).Is(204);
        (await _sandbox.GetAsync(path)).Is(200);
        (await _sandbox.PostAsync($"/webhooks/{hook.Id}/wrong", new JsonObject { ["content"] = "x" })).Refused(401, 50027);
        (await _sandbox.DeleteAsync(path)).Is(204);
        (await _sandbox.PostAsync(path, new JsonObject { ["content"] = "x" })).Refused(404, 10015);
    }

    [Fact]
    public async Task Invites_are_made_and_revoked()
    {
        Answer made = (await _sandbox.PostAsync(TestSandbox.Channel(SandboxIds.General, "/invites"), new JsonObject { ["max_age"] = 60 })).Is(200);
        string code = made.Text("code");
        (await _sandbox.GetAsync("/invites/" + code)).Is(200);
        Assert.Single((await _sandbox.GetAsync(TestSandbox.Guild("/invites"))).Is(200).List);
        (await _sandbox.DeleteAsync("/invites/" + code)).Is(200);
        (await _sandbox.GetAsync("/invites/" + code)).Refused(404, 10006);
    }

    [Fact]
    public async Task The_audit_log_is_filtered()
    {
        for (int i = 0; i < 3; i++)
            (await _sandbox.SendAsync("PATCH", TestSandbox.Guild($"/members/{SandboxIds.Noah}"), new JsonObject { ["nick"] = $"n{i}" }, $"reason {i} ✓")).Is(200);
        (await _sandbox.DeleteAsync(TestSandbox.Guild($"/members/{SandboxIds.Zoe}"))).Is(204);
        Answer newest = (await _sandbox.GetAsync(TestSandbox.Guild("/audit-logs?limit=2"))).Is(200);
        Assert.Equal([20, 24], ((JsonArray)newest["audit_log_entries"]!).Select(e => (int)e!["action_type"]!));
        Answer updates = (await _sandbox.GetAsync(TestSandbox.Guild("/audit-logs?action_type=24"))).Is(200);
        Assert.Equal(["reason 2 ✓", "reason 1 ✓", "reason 0 ✓"], ((JsonArray)updates["audit_log_entries"]!).Select(e => (string?)e!["reason"]));
        Assert.Contains(SandboxIds.Noah.ToString(), ((JsonArray)updates["users"]!).Select(u => (string?)u!["id"]));
    }
}
