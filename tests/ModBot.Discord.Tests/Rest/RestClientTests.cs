using System.Globalization;
using System.Net;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Rest;

public sealed class RestClientTests
{
    private static readonly Snowflake Channel = new(10);

    [Fact]
    public async Task A_hundred_and_twenty_deletes_go_out_in_order_without_a_429_and_in_ideal_time()
    {
        SimulatedBucket? bucket = null;
        int count = 0;
        List<string> done = [];
        var rest = new FakeRest((request, _) =>
        {
            // Every 17th fails on the server's side and must keep its place.
            if (++count % 17 == 0)
                return FakeRest.Reply(500, "oops");
            if (bucket!.Take(out TimeSpan retry) is not { } headers)
                return FakeRest.Reply(429, $$"""{"retry_after":{{retry.TotalSeconds}},"global":false}""");
            done.Add(request.RequestUri!.Segments[^1]);
            return FakeRest.Reply(204, null, headers);
        });
        bucket = new SimulatedBucket(rest.Time, 5, TimeSpan.FromSeconds(1));
        DateTimeOffset start = rest.Time.GetUtcNow();
        Task<RestReply[]> all = Task.WhenAll(Enumerable.Range(1, 120).Select(id => rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake((ulong)id)), "why"), CancellationToken.None)));
        RestReply[] replies = await rest.RunAsync(all);
        Assert.All(replies, reply => Assert.True(reply.IsSuccess));
        Assert.Equal(Enumerable.Range(1, 120).Select(id => id.ToString()), done);
        Assert.Equal(0, bucket.Refused);
        Assert.Equal(1, rest.MostInFlight);
        // Ideal: the 120th goes out when the 24th window opens, 23 s after the first.
        Assert.InRange((rest.Time.GetUtcNow() - start).TotalSeconds, 23, 23 * 1.1);
    }

    [Fact]
    public async Task No_more_than_fifty_requests_go_out_in_a_second_over_all_routes()
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(204));
        await rest.RunAsync(Task.WhenAll(Enumerable.Range(1, 175).Select(id => rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(new Snowflake((ulong)id), new Snowflake(1))), CancellationToken.None))));
        Assert.InRange((rest.Sent[^1].At - rest.Sent[0].At).TotalSeconds, 3, 3.3);
    }

    [Fact]
    public async Task Interaction_calls_are_exempt_from_the_global_limit_and_carry_no_token()
    {
        var rest = new FakeRest((request, _) => request.Headers.Authorization is null ? FakeRest.Reply(204) : FakeRest.Reply(400));
        RestReply[] replies = await rest.RunAsync(Task.WhenAll(Enumerable.Range(1, 100).Select(id => rest.Client.SendAsync(RestRequest.Post(RestRoute.Callback(new Snowflake((ulong)id), "t"), "{}"u8.ToArray()), CancellationToken.None))));
        Assert.All(replies, reply => Assert.Equal(204, reply.Status));
        Assert.Equal(rest.Sent[0].At, rest.Sent[^1].At);
    }

    [Fact]
    public async Task Routes_that_turn_out_to_share_a_bucket_wait_for_each_other()
    {
        SimulatedBucket? shared = null;
        var rest = new FakeRest((_, _) => shared!.Take(out TimeSpan retry) is { } headers ? FakeRest.Reply(204, null, headers) : FakeRest.Reply(429, $$"""{"retry_after":{{retry.TotalSeconds}}}"""));
        shared = new SimulatedBucket(rest.Time, 2, TimeSpan.FromSeconds(1));
        // The first of each route teaches; after that there must be no refusal.
        await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))), CancellationToken.None));
        await rest.RunAsync(rest.Client.SendAsync(RestRequest.Patch(RestRoute.Message(Channel, new Snowflake(1)), "{}"u8.ToArray()), CancellationToken.None));
        await rest.RunAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(i => rest.Client.SendAsync(
            i % 2 == 0 ? RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))) : RestRequest.Patch(RestRoute.Message(Channel, new Snowflake(1)), "{}"u8.ToArray()), CancellationToken.None))));
        Assert.Equal(0, shared.Refused);
    }

    [Theory]
    [InlineData("""{"retry_after":0.25,"global":false}""", "user", 0.25)]
    [InlineData("""{"retry_after":1.5,"global":false,"code":20028}""", "shared", 1.5)]
    [InlineData("""{"message":"no time told"}""", "user", 3)]
    [InlineData("<html>", "", 3)]
    public async Task A_429_is_waited_out_for_as_long_as_the_server_says(string body, string scope, double seconds)
    {
        int count = 0;
        var rest = new FakeRest((_, _) => ++count == 1 ? FakeRest.Reply(429, body, ("Retry-After", "3"), ("X-RateLimit-Scope", scope)) : FakeRest.Reply(204));
        RestReply reply = await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))), CancellationToken.None));
        Assert.True(reply.IsSuccess);
        Assert.Equal(seconds, (rest.Sent[1].At - rest.Sent[0].At).TotalSeconds, 0.01);
    }

    [Fact]
    public async Task A_global_429_holds_every_route_back()
    {
        int count = 0;
        var rest = new FakeRest((_, _) => ++count == 1 ? FakeRest.Reply(429, """{"retry_after":2,"global":true}""", ("X-RateLimit-Global", "true")) : FakeRest.Reply(204));
        Task<RestReply> first = rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))), CancellationToken.None);
        Task<RestReply> second = rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(new Snowflake(11), new Snowflake(1))), CancellationToken.None);
        await rest.RunAsync(Task.WhenAll(first, second));
        Assert.Equal(3, rest.Sent.Count);
        Assert.True(rest.Sent[1].At - rest.Sent[0].At >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_limit_that_never_ends_gives_up_and_says_so()
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(429, """{"retry_after":1}"""));
        RestReply reply = await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))), CancellationToken.None));
        Assert.Equal(OutcomeKind.Unavailable, reply.ToOutcome().Kind);
        Assert.Equal(6, rest.Sent.Count);
    }

    [Fact]
    public async Task A_bucket_that_stays_closed_for_an_hour_fails_the_call_instead_of_holding_it()
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(429, """{"retry_after":3600}"""));
        for (int i = 0; i < 3; i++)
        {
            RestReply reply = await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))), CancellationToken.None));
            Assert.Equal(OutcomeKind.Unavailable, reply.ToOutcome().Kind);
        }

        Assert.Single(rest.Sent);
    }

    [Theory]
    [InlineData(500, "<html>broken</html>")]
    [InlineData(502, "")]
    [InlineData(503, """{"message":"later","code":0}""")]
    [InlineData(200, "<html>a proxy's page</html>")]
    public async Task Server_faults_are_tried_again_and_then_told_as_unavailable(int status, string body)
    {
        int failures = 2;
        var rest = new FakeRest((_, _) => failures-- > 0 ? FakeRest.Reply(status, body) : FakeRest.Reply(200, "[]"));
        RestReply reply = await rest.RunAsync(rest.Client.SendAsync(RestRequest.Get(RestRoute.Messages(Channel)), CancellationToken.None));
        Assert.True(reply.IsSuccess);
        failures = int.MaxValue;
        reply = await rest.RunAsync(rest.Client.SendAsync(RestRequest.Get(RestRoute.Messages(Channel)), CancellationToken.None));
        Assert.False(reply.IsSuccess && !reply.IsTransient);
        Assert.Equal(3 + 5, rest.Sent.Count);
    }

    [Fact]
    public async Task Broken_connections_are_tried_again()
    {
        int count = 0;
        var rest = new FakeRest((_, _) => ++count < 3 ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") : FakeRest.Reply(204));
        Assert.True((await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))), CancellationToken.None))).IsSuccess);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_in_time_and_tried_again()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        int count = 0;
        server.OnRequest = request => request.Method == "DELETE" && Interlocked.Increment(ref count) == 1 ? new ScriptedReply(204, null) { Delay = TimeSpan.FromSeconds(10) } : null;
        await using RunningClient client = RunningClient.Make(server, options => options with { RequestTimeout = TimeSpan.FromSeconds(1) }, new FastTimeProvider(4));
        Assert.True((await client.Platform.DeleteMessageAsync(new Snowflake(1), Channel, new Snowflake(1), "", CancellationToken.None)).IsDone);
        Assert.Equal(2, count);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_tried_again()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        int count = 0;
        server.OnRequest = request => request.Method == "DELETE" && Interlocked.Increment(ref count) == 1 ? new ScriptedReply(204, null) { IsAborted = true } : null;
        await using RunningClient client = RunningClient.Make(server, time: new FastTimeProvider(4));
        Assert.True((await client.Platform.DeleteMessageAsync(new Snowflake(1), Channel, new Snowflake(1), "", CancellationToken.None)).IsDone);
        Assert.Equal(2, count);
    }

    [Theory]
    [InlineData(400, 50035, OutcomeKind.Rejected)]
    [InlineData(403, 50013, OutcomeKind.Forbidden)]
    [InlineData(404, 10008, OutcomeKind.NotFound)]
    [InlineData(405, 0, OutcomeKind.Rejected)]
    public async Task Refusals_are_not_tried_again(int status, int code, OutcomeKind kind)
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(status, $$"""{"code":{{code}},"message":"No"}"""));
        ActionOutcome outcome = (await rest.RunAsync(rest.Client.SendAsync(RestRequest.Get(RestRoute.CurrentUser), CancellationToken.None))).ToOutcome();
        Assert.Equal(kind, outcome.Kind);
        Assert.Single(rest.Sent);
        Assert.Contains("No", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_rests_instead_of_asking_again_and_again()
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(401, """{"message":"401: Unauthorized","code":0}"""));
        for (int i = 0; i < 10; i++)
            Assert.Equal(401, (await rest.RunAsync(rest.Client.SendAsync(RestRequest.Get(RestRoute.CurrentUser), CancellationToken.None))).Status);
        Assert.Single(rest.Sent);
        rest.Time.Advance(TimeSpan.FromMinutes(1));
        await rest.RunAsync(rest.Client.SendAsync(RestRequest.Get(RestRoute.CurrentUser), CancellationToken.None));
        Assert.Equal(2, rest.Sent.Count);
    }

    [Fact]
    public async Task Missing_permissions_in_a_channel_are_remembered_for_a_while()
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(403, """{"message":"Missing Permissions","code":50013}"""));
        for (ulong i = 0; i < 1000; i++)
            Assert.Equal(403, (await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(i))), CancellationToken.None))).Status);
        Assert.Single(rest.Sent);
        await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(new Snowflake(11), new Snowflake(1))), CancellationToken.None));
        Assert.Equal(2, rest.Sent.Count);
        rest.Time.Advance(ForbiddenMemory.Span);
        await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1))), CancellationToken.None));
        Assert.Equal(3, rest.Sent.Count);
    }

    [Fact]
    public async Task The_guard_stops_long_before_discord_would_ban_the_address()
    {
        // Refusals that depend on the target are not remembered, so only the guard can stop them.
        var rest = new FakeRest((_, _) => FakeRest.Reply(403, """{"message":"Missing Permissions","code":50013}"""));
        for (ulong i = 0; i < 1200; i++)
        {
            await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Member(new Snowflake(i), new Snowflake(i))), CancellationToken.None));
        }

        Assert.Equal(InvalidRequestGuard.Limit, rest.Sent.Count);
        rest.Time.Advance(TimeSpan.FromMinutes(11));
        await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Member(new Snowflake(1), new Snowflake(1))), CancellationToken.None));
        Assert.Equal(InvalidRequestGuard.Limit + 1, rest.Sent.Count);
    }

    [Fact]
    public async Task Limits_shared_with_others_do_not_count_against_us()
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(429, """{"retry_after":0.01}""", ("X-RateLimit-Scope", "shared")));
        for (ulong i = 0; i < 300; i++)
            await rest.RunAsync(rest.Client.SendAsync(RestRequest.Delete(RestRoute.Message(new Snowflake(i), new Snowflake(1))), CancellationToken.None));
        Assert.Equal(300 * 6, rest.Sent.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_in_the_queue_lets_the_next_one_in()
    {
        using var first = new ManualResetEventSlim();
        var rest = new FakeRest((_, _) => FakeRest.Reply(204, null, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "5"), ("X-RateLimit-Bucket", "b")));
        RestRequest request = RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1)));
        await rest.RunAsync(rest.Client.SendAsync(request, CancellationToken.None));
        using var giveUp = new CancellationTokenSource();
        Task<RestReply> second = rest.Client.SendAsync(request, giveUp.Token);
        Task<RestReply> third = rest.Client.SendAsync(request, CancellationToken.None);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True((await rest.RunAsync(third)).IsSuccess);
    }

    [Fact]
    public async Task Numbers_in_headers_are_read_the_same_under_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = odd;
        try
        {
            int count = 0;
            var rest = new FakeRest((_, _) => ++count == 1
                ? FakeRest.Reply(204, null, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "1.500"), ("X-RateLimit-Bucket", "b"))
                : FakeRest.Reply(204));
            RestRequest request = RestRequest.Delete(RestRoute.Message(Channel, new Snowflake(1)), "ärger");
            await rest.RunAsync(rest.Client.SendAsync(request, CancellationToken.None));
            await rest.RunAsync(rest.Client.SendAsync(request, CancellationToken.None));
            Assert.Equal(1.5, (rest.Sent[1].At - rest.Sent[0].At).TotalSeconds, 0.01);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData("spam: 100 % sure\r\nX-Injected: 1", "spam%3A%20100%20%25%20sure%0D%0AX-Injected%3A%201")]
    public void Reasons_are_encoded(string? reason, string? expected) => Assert.Equal(expected, RestClient.EncodeReason(reason));

    [Fact]
    public void Half_a_character_in_a_reason_is_replaced() => Assert.Equal("a%EF%BF%BD", RestClient.EncodeReason("a\ud83d"));

    [Fact]
    public void Reasons_are_cut_at_512_characters_and_never_inside_one()
    {
        string decoded = WebUtility.UrlDecode(RestClient.EncodeReason(new string('x', 511) + "\U0001F600 more"))!;
        Assert.Equal(511, decoded.Length);
    }

    [Fact]
    public async Task Nothing_logged_names_the_token_or_the_path()
    {
        var rest = new FakeRest((_, _) => FakeRest.Reply(403, """{"message":"no","code":50013}"""));
        await rest.RunAsync(rest.Client.SendAsync(RestRequest.Post(RestRoute.FollowUp(new Snowflake(1), "SECRET"), "{}"u8.ToArray()), CancellationToken.None));
        Assert.NotEmpty(rest.Lines.All);
        Assert.All(rest.Lines.All, line => Assert.DoesNotContain("SECRET", line.Text, StringComparison.Ordinal));
    }
}
