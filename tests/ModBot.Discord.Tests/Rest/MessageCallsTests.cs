using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Rest;

public sealed class MessageCallsTests
{
    private static readonly Snowflake Guild = new(1000);
    private static readonly Snowflake Channel = new(1002);
    private static readonly string WithoutPermissions = Samples.Guild.Replace("\"1374389542918\"", "\"1024\"", StringComparison.Ordinal);

    [Fact]
    public async Task Young_messages_go_in_hundreds_and_old_ones_one_by_one()
    {
        List<int> bulks = [];
        var platform = new FakePlatform((request, body) =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("bulk-delete", StringComparison.Ordinal))
                bulks.Add(JsonDocument.Parse(body).RootElement.GetProperty("messages").GetArrayLength());
            return FakeRest.Reply(204);
        });
        DateTimeOffset now = platform.Rest.Time.GetUtcNow();
        List<Snowflake> ids = [.. Enumerable.Range(0, 250).Select(i => Snowflake.At(now - TimeSpan.FromMinutes(i))), .. Enumerable.Range(0, 3).Select(i => Snowflake.At(now - TimeSpan.FromDays(14 + i)))];
        ids.Add(ids[0]);
        Assert.True((await platform.Rest.RunAsync(platform.Port.DeleteMessagesAsync(Guild, Channel, ids, "raid", CancellationToken.None))).IsDone);
        Assert.Equal([100, 100, 50], bulks);
        Assert.Equal(3, platform.Calls.Count(call => call.StartsWith("DELETE channels/1002/messages/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(101, 1, 1)]
    public async Task A_single_one_is_deleted_singly(int count, int bulks, int singles)
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(204));
        Snowflake first = Snowflake.At(platform.Rest.Time.GetUtcNow());
        await platform.Rest.RunAsync(platform.Port.DeleteMessagesAsync(Guild, Channel, [.. Enumerable.Range(0, count).Select(i => new Snowflake(first.Value + (ulong)i))], "", CancellationToken.None));
        Assert.Equal(bulks, platform.Calls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal(singles, platform.Calls.Count(call => call.StartsWith("DELETE", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(400, 50034)]
    [InlineData(404, 0)]
    [InlineData(405, 0)]
    public async Task A_batch_that_is_refused_as_a_whole_is_deleted_one_by_one(int status, int code)
    {
        var platform = new FakePlatform((request, _) => request.Method == HttpMethod.Post ? FakeRest.Reply(status, $$"""{"code":{{code}},"message":"no"}""") : FakeRest.Reply(404, """{"code":10008,"message":"Unknown Message"}"""));
        Snowflake first = Snowflake.At(platform.Rest.Time.GetUtcNow());
        Assert.True((await platform.Rest.RunAsync(platform.Port.DeleteMessagesAsync(Guild, Channel, [first, new Snowflake(first.Value + 1), new Snowflake(first.Value + 2)], "", CancellationToken.None))).IsDone);
        Assert.Equal(4, platform.Calls.Count);
    }

    [Fact]
    public async Task What_failed_of_many_is_counted()
    {
        var platform = new FakePlatform((request, _) => request.RequestUri!.AbsolutePath.EndsWith('1') ? FakeRest.Reply(500) : FakeRest.Reply(204));
        ActionOutcome outcome = await platform.Rest.RunAsync(platform.Port.DeleteMessagesAsync(Guild, Channel, [new Snowflake(1), new Snowflake(2), new Snowflake(3)], "", CancellationToken.None));
        Assert.Equal(OutcomeKind.Unavailable, outcome.Kind);
        Assert.StartsWith("1 of 3 failed.", outcome.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10008)]
    [InlineData(10003)]
    [InlineData(0)]
    public async Task A_message_that_is_gone_counts_as_deleted(int code)
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(404, $$"""{"code":{{code}},"message":"Unknown"}"""));
        Assert.True((await platform.Rest.RunAsync(platform.Port.DeleteMessageAsync(Guild, Channel, new Snowflake(1), "", CancellationToken.None))).IsDone);
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_named_and_tried_once_and_not_a_thousand_times()
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(403, """{"code":50013,"message":"Missing Permissions"}"""));
        platform.Know(WithoutPermissions);
        ActionOutcome[] outcomes = await platform.Rest.RunAsync(Task.WhenAll(Enumerable.Range(1, 1000).Select(id => platform.Port.DeleteMessageAsync(Guild, Channel, new Snowflake((ulong)id), "", CancellationToken.None))));
        Assert.All(outcomes, outcome => Assert.Equal(new ActionOutcome(OutcomeKind.Forbidden, "The bot lacks the permission Manage Messages in <#1002>."), outcome));
        Assert.Single(platform.Calls);
        platform.Rest.Time.Advance(PermissionProbe.Span);
        await platform.Rest.RunAsync(platform.Port.DeleteMessageAsync(Guild, Channel, new Snowflake(1), "", CancellationToken.None));
        Assert.Equal(2, platform.Calls.Count);
    }

    [Fact]
    public async Task Where_the_server_knows_better_than_the_state_all_calls_go_out()
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(204));
        platform.Know(WithoutPermissions);
        ActionOutcome[] outcomes = await platform.Rest.RunAsync(Task.WhenAll(Enumerable.Range(1, 20).Select(id => platform.Port.DeleteMessageAsync(Guild, Channel, new Snowflake((ulong)id), "", CancellationToken.None))));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(20, platform.Calls.Count);
    }

    [Fact]
    public async Task A_permission_that_is_granted_later_is_used_at_once()
    {
        bool isGranted = false;
        var platform = new FakePlatform((_, _) => isGranted ? FakeRest.Reply(204) : FakeRest.Reply(403, """{"code":50013,"message":"Missing Permissions"}"""));
        platform.Know(WithoutPermissions);
        Assert.Equal(OutcomeKind.Forbidden, (await platform.Rest.RunAsync(platform.Port.KickAsync(Guild, new Snowflake(5), "", CancellationToken.None))).Kind);
        isGranted = true;
        Assert.Equal(OutcomeKind.Forbidden, (await platform.Rest.RunAsync(platform.Port.KickAsync(Guild, new Snowflake(5), "", CancellationToken.None))).Kind);
        platform.Know(Samples.Guild.Replace("\"1374389542918\"", "\"8\"", StringComparison.Ordinal));
        Assert.True((await platform.Rest.RunAsync(platform.Port.KickAsync(Guild, new Snowflake(5), "", CancellationToken.None))).IsDone);
    }

    [Fact]
    public async Task The_bots_own_messages_need_no_permission()
    {
        var platform = new FakePlatform((request, _) => request.Method == HttpMethod.Post ? FakeRest.Reply(200, """{"id":"42"}""") : FakeRest.Reply(204));
        platform.Know(WithoutPermissions);
        (ActionOutcome posted, Snowflake? id) = await platform.Rest.RunAsync(platform.Port.PostAsync(Channel, new OutgoingMessage { Content = "soon gone" }, CancellationToken.None));
        Assert.True(posted.IsDone);
        Assert.True((await platform.Rest.RunAsync(platform.Port.DeleteMessageAsync(Guild, Channel, id!.Value, "", CancellationToken.None))).IsDone);
    }

    [Fact]
    public async Task What_is_posted_has_documented_keys_only_and_pings_nobody()
    {
        string sent = "";
        var platform = new FakePlatform((_, body) =>
        {
            sent = body;
            return FakeRest.Reply(200, """{"id":"42"}""");
        });
        var message = new OutgoingMessage
        {
            Content = "@everyone",
            Embeds = [new OutgoingEmbed { Title = "t", Description = "d", Colour = 0xFF0000, Fields = [new EmbedField("n", "v", true)], Footer = "f", Timestamp = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) }],
            Rows = [ComponentRow.Of(new ButtonComponent("b:1", "Delete", ButtonStyle.Danger), new LinkComponent(new Uri("https://example.org/x"), "Open")), ComponentRow.Of(new SelectComponent("s:1", "pick", [new SelectChoice("L", "V", "D", true)]))],
            Nonce = "n-1",
            ReplyTo = new Snowflake(7),
            Ephemeral = true,
        };
        await platform.Rest.RunAsync(platform.Port.PostAsync(Channel, message, CancellationToken.None));
        Assert.Equal("""
            {"content":"@everyone","embeds":[{"title":"t","description":"d","color":16711680,"fields":[{"name":"n","value":"v","inline":true}],"footer":{"text":"f"},"timestamp":"2026-01-02T03:04:05+00:00"}],"components":[{"type":1,"components":[{"type":2,"style":4,"label":"Delete","custom_id":"b:1"},{"type":2,"style":5,"label":"Open","url":"https://example.org/x"}]},{"type":1,"components":[{"type":3,"custom_id":"s:1","placeholder":"pick","min_values":1,"max_values":1,"options":[{"label":"L","value":"V","description":"D","default":true}]}]}],"allowed_mentions":{"parse":[]},"nonce":"n-1","enforce_nonce":true,"message_reference":{"message_id":"7","fail_if_not_exists":false}}
            """, sent);
    }

    [Fact]
    public async Task An_edit_takes_away_what_the_new_message_lacks()
    {
        string sent = "";
        var platform = new FakePlatform((_, body) =>
        {
            sent = body;
            return FakeRest.Reply(200, "{}");
        });
        await platform.Rest.RunAsync(platform.Port.EditAsync(Channel, new Snowflake(1), new OutgoingMessage { Content = "done" }, CancellationToken.None));
        Assert.Equal("""{"content":"done","embeds":[],"components":[],"allowed_mentions":{"parse":[]}}""", sent);
    }

    [Fact]
    public async Task A_post_without_a_nonce_gets_one_that_is_the_same_for_every_try()
    {
        List<string> nonces = [];
        var platform = new FakePlatform((_, body) =>
        {
            nonces.Add(JsonDocument.Parse(body).RootElement.GetProperty("nonce").GetString()!);
            return nonces.Count == 1 ? FakeRest.Reply(502) : FakeRest.Reply(200, """{"id":"42"}""");
        });
        await platform.Rest.RunAsync(platform.Port.PostAsync(Channel, new OutgoingMessage { Content = "x" }, CancellationToken.None));
        Assert.Equal(2, nonces.Count);
        Assert.Single(nonces.Distinct(StringComparer.Ordinal));
        Assert.Equal(25, nonces[0].Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2001)]
    public async Task Messages_that_discord_would_refuse_are_refused_here(int length)
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(204));
        (ActionOutcome outcome, Snowflake? id) = await platform.Port.PostAsync(Channel, new OutgoingMessage { Content = new string('x', length) }, CancellationToken.None);
        Assert.Equal(OutcomeKind.Rejected, outcome.Kind);
        Assert.Null(id);
        Assert.Empty(platform.Calls);
    }

    [Fact]
    public async Task A_member_who_takes_no_direct_messages_is_forbidden_and_their_channel_is_opened_once()
    {
        var platform = new FakePlatform((request, _) => request.RequestUri!.AbsolutePath.EndsWith("@me/channels", StringComparison.Ordinal)
            ? FakeRest.Reply(200, """{"id":"77"}""") : FakeRest.Reply(403, """{"code":50007,"message":"Cannot send messages to this user"}"""));
        for (int i = 0; i < 2; i++)
            Assert.Equal(OutcomeKind.Forbidden, (await platform.Rest.RunAsync(platform.Port.SendDirectAsync(new Snowflake(5), new OutgoingMessage { Content = "x" }, CancellationToken.None))).Kind);
        Assert.Equal(["POST users/@me/channels", "POST channels/77/messages", "POST channels/77/messages"], platform.Calls);
    }
}
