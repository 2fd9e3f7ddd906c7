using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Audit;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Dashboard.Tests.Support;
using ModBot.Sandbox;

namespace ModBot.Dashboard.Tests;

/// <summary>Who gets in, on every route there is.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private DashboardStage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await DashboardStage.StartAsync();
        await stage.RecordAsync(SampleCase.Of(1, text: "some words of a member"));
        await stage.RecordAsync(SampleCase.Of(2, text: "some words elsewhere", guild: DashboardStage.OtherGuild));
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public void Only_the_start_signing_in_and_the_pages_own_files_are_open()
    {
        string[] open = [.. stage.Page.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!).Where(route => !route.StartsWith("/assets/", StringComparison.Ordinal))];
        Assert.Equal(["/", "/sign-in"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_other_route_belongs_to_a_guild()
    {
        IEnumerable<RouteEndpoint> closed = stage.Page.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.RoutePattern.RawText != "/sign-out");
        Assert.All(closed, endpoint => Assert.StartsWith("/g/{guild}", endpoint.RoutePattern.RawText!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_who_has_not_signed_in_gets_anything_from_any_route()
    {
        using Visitor nobody = stage.Open();
        foreach ((string method, string path) in Routes(DashboardStage.Guild).Append(("POST", "/sign-out")))
        {
            using HttpResponseMessage answer = await AskAsync(nobody, method, path);
            string text = await answer.Content.ReadAsStringAsync();
            bool toSignIn = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString == $"/?then={Uri.EscapeDataString(path)}";
            Assert.True(toSignIn || answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path}: {answer.StatusCode}");
            Assert.DoesNotContain("words of a member", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_guest_is_turned_away_from_every_route()
    {
        stage.Members.Set(DashboardStage.Guild, SandboxIds.Noah, GuildPermissions.SendMessages | GuildPermissions.ModerateMembers);
        using Visitor guest = await stage.SignInAsync(SandboxIds.Noah);
        await TurnedAwayAsync(guest, DashboardStage.Guild);
        using Visitor stranger = await stage.SignInAsync(SandboxIds.Zoe);
        await TurnedAwayAsync(stranger, DashboardStage.Guild);
    }

    [Fact]
    public async Task A_moderator_of_another_guild_is_turned_away_from_every_route()
    {
        stage.Members.Set(DashboardStage.OtherGuild, SandboxIds.Zoe, GuildPermissions.Administrator);
        using Visitor moderator = await stage.SignInAsync(SandboxIds.Zoe);
        Assert.Contains("words elsewhere", await moderator.ReadAsync(Visitor.In(DashboardStage.OtherGuild, "queue")), StringComparison.Ordinal);
        await TurnedAwayAsync(moderator, DashboardStage.Guild);
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        await TurnedAwayAsync(mia, DashboardStage.OtherGuild);
    }

    [Fact]
    public async Task A_guild_that_is_not_there_looks_like_one_that_may_not_be_seen()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        string[] answers = new string[4];
        string[] guilds = [DashboardStage.OtherGuild.ToString(), "123", "not-a-guild", "99999999999999999999999"];
        for (int i = 0; i < guilds.Length; i++)
        {
            using HttpResponseMessage answer = await mia.GetAsync($"/g/{guilds[i]}/log");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers[i] = await answer.Content.ReadAsStringAsync();
        }

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Who_may_only_read_can_read_everything_and_change_nothing_of_a_case()
    {
        stage.Members.Set(DashboardStage.Guild, SandboxIds.Noah, GuildPermissions.ManageMessages);
        using Visitor reader = await stage.SignInAsync(SandboxIds.Noah);
        string page = await reader.ReadAsync(Visitor.In(DashboardStage.Guild, "queue"));
        Assert.DoesNotContain("Uphold", page, StringComparison.Ordinal);
        foreach (string path in (string[])["cases/1/review", "cases/1/notes"])
        {
            using HttpResponseMessage answer = await reader.PostAsync(Visitor.In(DashboardStage.Guild, path), Visitor.In(DashboardStage.Guild, "log"), ("decision", "upheld"), ("text", "x"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Empty(stage.Reviewer.Asked);
    }

    [Fact]
    public async Task Losing_the_role_ends_acting_at_once_whatever_the_cookie_says()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "queue"));
        stage.Members.Set(DashboardStage.Guild, SandboxIds.Mia, GuildPermissions.None);
        using HttpResponseMessage answer = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "cases/1/review"), "/?choose", ("decision", "upheld"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        // What was asked for acting is remembered for reading.
        using HttpResponseMessage read = await mia.GetAsync(Visitor.In(DashboardStage.Guild, "queue"));
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_lets_nobody_in()
    {
        stage.Members.IsDown = true;
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        await TurnedAwayAsync(mia, DashboardStage.Guild);
    }

    [Fact]
    public async Task Private_cases_are_for_those_who_manage_the_server()
    {
        await stage.RecordAsync(SampleCase.Of(3, text: "what a cry for help", isPrivate: true));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        foreach (string path in (string[])["queue", "log", $"members/{SandboxIds.Noah}"])
            Assert.DoesNotContain("cry for help", await mia.ReadAsync(Visitor.In(DashboardStage.Guild, path)), StringComparison.Ordinal);
        foreach (string path in (string[])["cases/2", "cases/2/card", "incidents/2"])
        {
            using HttpResponseMessage answer = await mia.GetAsync(Visitor.In(DashboardStage.Guild, path));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using HttpResponseMessage review = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "cases/2/review"), Visitor.In(DashboardStage.Guild, "log"), ("decision", "upheld"));
        Assert.Equal(HttpStatusCode.NotFound, review.StatusCode);
        using Visitor admin = await stage.SignInAsync(SandboxIds.Admin);
        Assert.Contains("cry for help", await admin.ReadAsync(Visitor.In(DashboardStage.Guild, "queue")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_changed_without_the_forms_token()
    {
        using Visitor admin = await stage.SignInAsync(SandboxIds.Admin);
        using Visitor other = await stage.SignInAsync(SandboxIds.Mia);
        string foreign = Visitor.TokenIn(await other.ReadAsync(Visitor.In(DashboardStage.Guild, "log")));
        foreach ((string method, string path) in Routes(DashboardStage.Guild).Append(("POST", "/sign-out")).Where(route => route.Item1 != "GET"))
        {
            foreach (string token in (string[])["", "wrong", foreign])
            {
                using HttpResponseMessage answer = await admin.PostBareAsync(path, ("_token", token), ("decision", "overturned"), ("id", "x"), ("text", "x"));
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {path} with '{token}': {answer.StatusCode}");
            }
        }

        Assert.Empty(stage.Reviewer.Asked);
        IReadOnlyList<Core.Audit.AuditEntry> done = await stage.Audit.ListAsync(new AuditQuery { GuildId = DashboardStage.Guild }, default);
        Assert.DoesNotContain(done, entry => entry.Kind != AuditKind.EvidenceViewed);
    }

    [Fact]
    public async Task Signing_in_leads_back_to_where_one_wanted_to_be_and_nowhere_else()
    {
        using Visitor mia = stage.Open();
        await mia.SignInAsync(SandboxIds.Mia, $"?then={Uri.EscapeDataString(Visitor.In(DashboardStage.Guild, "charts?days=7"))}");
        Assert.Equal(Visitor.In(DashboardStage.Guild, "charts?days=7"), mia.SentTo);
        using Visitor lured = stage.Open();
        await lured.SignInAsync(SandboxIds.Mia, $"?then={Uri.EscapeDataString("//evil.example/")}");
        Assert.Equal("/", lured.SentTo);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        using HttpResponseMessage answer = await mia.PostAsync("/sign-out", Visitor.In(DashboardStage.Guild, "log"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using HttpResponseMessage after = await mia.GetAsync(Visitor.In(DashboardStage.Guild, "log"));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task The_platform_is_asked_once_for_a_page_and_anew_for_an_act()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        int before = stage.Members.Asked;
        for (int i = 0; i < 5; i++)
            await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "log"));
        Assert.InRange(stage.Members.Asked - before, 0, 1);
        int reading = stage.Members.Asked;
        using HttpResponseMessage answer = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "cases/1/review"), Visitor.In(DashboardStage.Guild, "log"), ("decision", "upheld"));
        Assert.Equal(reading + 1, stage.Members.Asked);
    }

    private async Task TurnedAwayAsync(Visitor visitor, Snowflake guild)
    {
        string token = Visitor.TokenIn(await visitor.ReadAsync("/?choose"));
        foreach ((string method, string path) in Routes(guild))
        {
            using HttpResponseMessage answer = method == "GET" ? await visitor.GetAsync(path) : await visitor.PostBareAsync(path, ("_token", token), ("decision", "upheld"), ("id", "x"));
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{method} {path}: {answer.StatusCode}");
            Assert.DoesNotContain("words of a member", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Here &lt;b", text, StringComparison.Ordinal);
        }

        Assert.Empty(stage.Reviewer.Asked);
    }

    private static async Task<HttpResponseMessage> AskAsync(Visitor visitor, string method, string path) => method == "GET" ? await visitor.GetAsync(path) : await visitor.PostBareAsync(path);

    /// <summary>Every route of a guild, from the endpoints themselves, with something in the place of its values.</summary>
    private IEnumerable<(string Method, string Path)> Routes(Snowflake guild)
    {
        List<(string, string)> routes = [];
        foreach (RouteEndpoint endpoint in stage.Page.Endpoints.Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/g/", StringComparison.Ordinal)))
        {
            string path = endpoint.RoutePattern.RawText!.Replace("{guild}", guild.ToString(), StringComparison.Ordinal)
                .Replace("{number:long}", "1", StringComparison.Ordinal)
                .Replace("{member}", SandboxIds.Noah.ToString(), StringComparison.Ordinal)
                .Replace("{id}", "x", StringComparison.Ordinal);
            Assert.DoesNotContain("{", path, StringComparison.Ordinal);
            routes.AddRange(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (method, path)));
        }

        Assert.True(routes.Count > 15, "the routes were not found");
        return routes;
    }
}
