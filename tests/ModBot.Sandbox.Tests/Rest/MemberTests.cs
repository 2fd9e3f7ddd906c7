using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Rest;

public sealed class MemberTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync(o => o with { Time = _time });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    private static string Member(Snowflake id, string rest = "") => TestSandbox.Guild($"/members/{id}{rest}");

    [Theory]
    [InlineData(28, 200)]
    [InlineData(28.1, 400)]
    public async Task Timeouts_last_four_weeks_at_most(double days, int status)
    {
        string until = _time.GetUtcNow().AddDays(days).ToString("O");
        Answer answer = await _sandbox.SendAsync("PATCH", Member(SandboxIds.Noah), new JsonObject { ["communication_disabled_until"] = until }, "flood");
        answer.Is(status);
        Assert.Equal(status == 200, _sandbox.World.Member(SandboxIds.Noah)!.TimedOutUntil is not null);
        if (status != 200)
            return;
        SandboxRefusedException refused = Assert.Throws<SandboxRefusedException>(() => _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "hello"));
        Assert.Equal(50013, refused.Code);
        Answer log = await _sandbox.GetAsync(TestSandbox.Guild("/audit-logs"));
        JsonNode entry = log["audit_log_entries"]![0]!;
        Assert.Equal((24, "flood", "communication_disabled_until"), ((int)entry["action_type"]!, (string)entry["reason"]!, (string)entry["changes"]![0]!["key"]!));
        (await _sandbox.PatchAsync(Member(SandboxIds.Noah), new JsonObject { ["communication_disabled_until"] = null })).Is(200);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "hello");
    }

    [Fact]
    public async Task The_owner_and_administrators_are_out_of_reach()
    {
        string until = _time.GetUtcNow().AddHours(1).ToString("O");
        (await _sandbox.PatchAsync(Member(SandboxIds.Admin), new JsonObject { ["communication_disabled_until"] = until })).Refused(403, 50013);
        (await _sandbox.DeleteAsync(Member(SandboxIds.Admin))).Refused(403, 50013);
        (await _sandbox.PutAsync(TestSandbox.Guild($"/bans/{SandboxIds.Admin}"), new JsonObject())).Refused(403, 50013);
        _sandbox.World.SetRoles(SandboxIds.Noah, _sandbox.World.EnsureRole("other admin", PermissionBits.Administrator));
        (await _sandbox.PatchAsync(Member(SandboxIds.Noah), new JsonObject { ["communication_disabled_until"] = until })).Refused(403, 50013);
    }

    [Fact]
    public async Task A_member_above_the_bot_is_out_of_reach()
    {
        Snowflake top = _sandbox.World.EnsureRole("top");
        lock (_sandbox.World.State.Gate)
            _sandbox.World.State.Guild(SandboxIds.Guild).Roles[top].Position = 99;
        _sandbox.World.SetRoles(SandboxIds.Noah, top);
        (await _sandbox.DeleteAsync(Member(SandboxIds.Noah))).Refused(403, 50013);
        (await _sandbox.PatchAsync(Member(SandboxIds.Noah), new JsonObject { ["nick"] = "x" })).Refused(403, 50013);
        (await _sandbox.PutAsync(Member(SandboxIds.Zoe, $"/roles/{top}"))).Refused(403, 50013);
    }

    [Fact]
    public async Task Nicknames_and_roles_change()
    {
        Snowflake role = _sandbox.World.EnsureRole("quiet");
        Assert.Equal("Nono", (await _sandbox.PatchAsync(Member(SandboxIds.Noah), new JsonObject { ["nick"] = "Nono" })).Is(200).Text("nick"));
        (await _sandbox.PatchAsync(Member(SandboxIds.Noah), new JsonObject { ["nick"] = new string('n', 33) })).HasFault("nick", "BASE_TYPE_MAX_LENGTH");
        (await _sandbox.PutAsync(Member(SandboxIds.Noah, $"/roles/{role}"))).Is(204);
        Assert.Contains(role, _sandbox.World.Member(SandboxIds.Noah)!.Roles);
        (await _sandbox.DeleteAsync(Member(SandboxIds.Noah, $"/roles/{role}"))).Is(204);
        (await _sandbox.PatchAsync(Member(SandboxIds.Noah), new JsonObject { ["roles"] = new JsonArray(role.ToString()) })).Is(200);
        Assert.Equal([role], _sandbox.World.Member(SandboxIds.Noah)!.Roles);
        (await _sandbox.PutAsync(Member(SandboxIds.Noah, "/roles/5"))).Refused(404, 10011);
        (await _sandbox.PutAsync(Member(SandboxIds.Noah, $"/roles/{SandboxIds.BotRole}"))).Refused(400, 50028);
        (await _sandbox.PatchAsync(TestSandbox.Guild("/members/@me"), new JsonObject { ["nick"] = "Watch" })).Is(200);
    }

    [Fact]
    public async Task Kicks_and_bans_happen_once()
    {
        Snowflake message = _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Zoe, "recent").Message.Id;
        (await _sandbox.DeleteAsync(Member(SandboxIds.Noah))).Is(204);
        (await _sandbox.DeleteAsync(Member(SandboxIds.Noah))).Refused(404, 10007);
        (await _sandbox.SendAsync("PUT", TestSandbox.Guild($"/bans/{SandboxIds.Zoe}"), new JsonObject { ["delete_message_seconds"] = 3_600 }, "raid")).Is(204);
        Assert.Null(_sandbox.World.FindMessage(SandboxIds.General, message));
        Assert.Equal("raid", _sandbox.World.Bans[SandboxIds.Zoe]);
        Assert.Equal("raid", (await _sandbox.GetAsync(TestSandbox.Guild($"/bans/{SandboxIds.Zoe}"))).Is(200).Text("reason"));
        Assert.Single((await _sandbox.GetAsync(TestSandbox.Guild("/bans"))).Is(200).List);
        (await _sandbox.PutAsync(TestSandbox.Guild("/bans/77"), new JsonObject())).Is(204);
        (await _sandbox.PutAsync(TestSandbox.Guild("/bans/78"), new JsonObject { ["delete_message_seconds"] = 604_801 })).HasFault("delete_message_seconds", "NUMBER_TYPE_MAX");
        (await _sandbox.DeleteAsync(TestSandbox.Guild($"/bans/{SandboxIds.Zoe}"))).Is(204);
        (await _sandbox.DeleteAsync(TestSandbox.Guild($"/bans/{SandboxIds.Zoe}"))).Refused(404, 10026);
        Assert.Throws<SandboxRefusedException>(() => _sandbox.World.Ban(SandboxIds.Mia, SandboxIds.Admin));
    }

    [Fact]
    public async Task Bulk_bans_say_whom_they_reached()
    {
        Answer answer = (await _sandbox.PostAsync(TestSandbox.Guild("/bulk-ban"), new JsonObject { ["user_ids"] = new JsonArray(SandboxIds.Noah.ToString(), SandboxIds.Admin.ToString(), "88") })).Is(200);
        Assert.Equal([SandboxIds.Noah.ToString(), "88"], ((JsonArray)answer["banned_users"]!).Select(u => (string?)u));
        Assert.Equal([SandboxIds.Admin.ToString()], ((JsonArray)answer["failed_users"]!).Select(u => (string?)u));
        (await _sandbox.PostAsync(TestSandbox.Guild("/bulk-ban"), new JsonObject { ["user_ids"] = new JsonArray(SandboxIds.Admin.ToString()) })).Refused(400, 500000);
        (await _sandbox.PostAsync(TestSandbox.Guild("/bulk-ban"), new JsonObject())).HasFault("user_ids", "BASE_TYPE_REQUIRED");
    }

    [Fact]
    public async Task Members_are_listed_and_found()
    {
        (await _sandbox.GetAsync(Member(SandboxIds.Zoe))).Is(200);
        (await _sandbox.GetAsync(Member(new Snowflake(5)))).Refused(404, 10013);
        Assert.Single((await _sandbox.GetAsync(TestSandbox.Guild("/members"))).Is(200).List);
        Answer all = (await _sandbox.GetAsync(TestSandbox.Guild("/members?limit=1000"))).Is(200);
        Assert.Equal(5, all.List.Count);
        Assert.Equal(3, (await _sandbox.GetAsync(TestSandbox.Guild($"/members?limit=1000&after={SandboxIds.Admin}"))).List.Count);
        Assert.Single((await _sandbox.GetAsync(TestSandbox.Guild("/members/search?query=ZO&limit=5"))).Is(200).List);
        (await _sandbox.GetAsync("/guilds/5/members")).Refused(404, 10004);
    }
}
