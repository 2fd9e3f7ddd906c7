using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Audit;
using ModBot.Core.Cases;
using ModBot.Core.Verdicts;
using ModBot.Dashboard.Tests.Support;
using ModBot.Sandbox;

namespace ModBot.Dashboard.Tests;

/// <summary>What holds for every page, and what each does.</summary>
public sealed partial class PageTests : IAsyncLifetime
{
    private DashboardStage stage = null!;

    private static readonly string[] Paths = ["queue", "queue?kind=deleted", "log", "log?q=cheap", "cases/1", "cases/1/card", "incidents/1", $"members/{SandboxIds.Noah}", "rules", "charts", "charts?days=365", "audit", "exports"];

    public async Task InitializeAsync() => stage = await DashboardStage.StartAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public void Every_page_to_read_is_checked_here()
    {
        IEnumerable<string> pages = stage.Page.Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET") && endpoint.RoutePattern.RawText!.StartsWith("/g/{guild}/", StringComparison.Ordinal))
            .Select(endpoint => endpoint.RoutePattern.RawText!["/g/{guild}/".Length..].Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{member}", SandboxIds.Noah.ToString(), StringComparison.Ordinal));
        Assert.Empty(pages.Except(Paths).Except(["", "events", "exports/{id}/events"]));
    }

    [Fact]
    public async Task No_page_needs_anything_that_the_content_policy_forbids()
    {
        await stage.RecordAsync(SampleCase.Of(1));
        using Visitor admin = await stage.SignInAsync(SandboxIds.Admin);
        foreach (string path in Paths.Select(path => Visitor.In(DashboardStage.Guild, path)).Concat(["/?choose", "/g/1/log"]))
        {
            using HttpResponseMessage answer = await admin.GetAsync(path);
            string page = await answer.Content.ReadAsStringAsync();
            Assert.Equal("default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.False(answer.Headers.Contains("Server"));
            Assert.DoesNotMatch(Inline(), page);
            Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
            Assert.All(Scripts().Matches(page), script => Assert.StartsWith("<script type=\"module\" src=\"/assets/", script.Value, StringComparison.Ordinal));
            Assert.All(Addresses().Matches(page), found => Assert.Matches("^(/|#|https://discord.com/channels/)", WebUtility.HtmlDecode(found.Groups["url"].Value)));
        }
    }

    [Fact]
    public async Task The_pages_own_files_are_there_and_may_be_kept()
    {
        using Visitor nobody = stage.Open();
        string page = await nobody.ReadAsync("/");
        string[] files = [.. Addresses().Matches(page).Select(match => match.Groups["url"].Value).Where(url => url.StartsWith("/assets/", StringComparison.Ordinal)).Distinct()];
        Assert.Contains(files, file => file.EndsWith("app.css", StringComparison.Ordinal));
        foreach (string file in files)
        {
            using HttpResponseMessage answer = await nobody.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task Another_host_name_is_not_answered(string host)
    {
        using Visitor nobody = stage.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        using HttpResponseMessage answer = await nobody.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_the_cookie_is_secure_and_people_are_sent_back_to_the_public_address()
    {
        await using DashboardStage behind = await DashboardStage.StartAsync(options => options with { PublicUrl = new Uri("https://moderation.example.org") });
        Assert.Equal("https://moderation.example.org/", behind.Page.Address.ToString());
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 320).Select(async _ =>
        {
            using HttpResponseMessage answer = await mia.GetAsync(Visitor.In(DashboardStage.Guild, "audit"));
            return answer.StatusCode;
        }));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(HttpStatusCode.OK, answers);
    }

    [Fact]
    public async Task The_queue_shows_open_cases_of_the_kind_newest_first_and_pages_on()
    {
        for (ulong i = 1; i <= 25; i++)
            await stage.RecordAsync(SampleCase.Of(i, text: $"flagged number {i} here"));
        await stage.RecordAsync(SampleCase.Of(100, Disposition.Delete, text: "some deleted words"));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        string first = await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "queue"));
        Assert.Equal(Enumerable.Range(6, 20).Reverse(), CasesIn(first));
        Assert.DoesNotContain("deleted words", first, StringComparison.Ordinal);
        string next = WebUtility.HtmlDecode(Addresses().Matches(first).Select(match => match.Groups["url"].Value).Single(url => url.Contains("at=", StringComparison.Ordinal)));
        Assert.Equal([5, 4, 3, 2, 1], CasesIn(await mia.ReadAsync(next)));
        Assert.Equal([26], CasesIn(await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "queue?kind=deleted"))));
    }

    [Fact]
    public async Task A_decision_goes_to_the_reviewer_with_who_and_why_and_comes_back_to_the_queue()
    {
        await stage.RecordAsync(SampleCase.Of(1));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        using HttpResponseMessage answer = await mia.PostAsync(
            Visitor.In(DashboardStage.Guild, "cases/1/review"), Visitor.In(DashboardStage.Guild, "queue"), ("decision", "overturned"), ("reason", " they meant well "), ("back", "queue"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Visitor.In(DashboardStage.Guild, "queue?done=overturned&about=1"), answer.Headers.Location!.OriginalString);
        CaseDecision decision = Assert.Single(stage.Reviewer.Asked);
        Assert.Equal((ReviewDecision.Overturned, SandboxIds.Mia, "Mia (moderator)", "they meant well"), (decision.Decision, decision.ModeratorId, decision.ModeratorName, decision.Reason));
        string page = await mia.ReadAsync(answer.Headers.Location.OriginalString);
        Assert.Contains("Case 1 is overturned.", page, StringComparison.Ordinal);
        Assert.Empty(CasesIn(page));
        using HttpResponseMessage late = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "cases/1/review"), Visitor.In(DashboardStage.Guild, "queue"), ("decision", "upheld"));
        Assert.EndsWith("cases/1?done=late&about=1", late.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    public async Task A_decision_that_is_none_is_refused(string decision)
    {
        await stage.RecordAsync(SampleCase.Of(1));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        using HttpResponseMessage answer = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "cases/1/review"), Visitor.In(DashboardStage.Guild, "queue"), ("decision", decision));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(stage.Reviewer.Asked);
    }

    [Fact]
    public async Task A_note_stays_with_its_case()
    {
        await stage.RecordAsync(SampleCase.Of(1));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        using HttpResponseMessage answer = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "cases/1/notes"), Visitor.In(DashboardStage.Guild, "cases/1"), ("text", "spoke to them\nin private"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("spoke to them\nin private", WebUtility.HtmlDecode(await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "cases/1"))), StringComparison.Ordinal);
        using HttpResponseMessage empty = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "cases/1/notes"), Visitor.In(DashboardStage.Guild, "cases/1"), ("text", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task Viewing_options_are_kept_and_used()
    {
        for (ulong i = 1; i <= 12; i++)
            await stage.RecordAsync(SampleCase.Of(i, text: $"number {i} of many", incident: i <= 3 ? "raid" : null));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        string log = Visitor.In(DashboardStage.Guild, "log");
        Assert.DoesNotContain("of many", await mia.ReadAsync(log), StringComparison.Ordinal);
        using HttpResponseMessage saved = await mia.PostAsync(
            Visitor.In(DashboardStage.Guild, "view"), log, ("layout", "threaded"), ("order", "oldest"), ("size", "10"), ("show", "text"), ("show", "actions"), ("back", "?rule=spam&evil=1"));
        Assert.Equal($"{log}?rule=spam&done=saved", saved.Headers.Location!.OriginalString);
        using Visitor again = await stage.SignInAsync(SandboxIds.Mia);
        string page = await again.ReadAsync(log);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], CasesIn(page));
        Assert.Contains("Incident 1", page, StringComparison.Ordinal);
        Assert.Contains("of many", page, StringComparison.Ordinal);
        using Visitor admin = await stage.SignInAsync(SandboxIds.Admin);
        Assert.Equal(12, CasesIn(await admin.ReadAsync(log)).First());
    }

    [Fact]
    public async Task A_wrong_filter_says_what_to_type_instead()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        string page = await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "log?q=category%3Ahat&from=yesterday"));
        Assert.Contains("There is no category &#x27;hat&#x27;. Take one of spam, scam-link", page, StringComparison.Ordinal);
        Assert.Contains("give a day such as 2026-03-31", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_evidence_is_in_the_audit_trail_and_who_does_not_is_not()
    {
        for (ulong i = 1; i <= 3; i++)
            await stage.RecordAsync(SampleCase.Of(i));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "queue"));
        await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "cases/2"));
        await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "cases/3/card"));
        await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "charts"));
        await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "rules"));
        using HttpResponseMessage plain = await mia.PostAsync(Visitor.In(DashboardStage.Guild, "view"), Visitor.In(DashboardStage.Guild, "charts"), ("show", "score"));
        await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "log"));
        IReadOnlyList<Core.Audit.AuditEntry> entries = await stage.Audit.ListAsync(new AuditQuery { GuildId = DashboardStage.Guild }, default);
        Assert.Equal([("case 3", "queue"), ("case 2", "case"), ("cases 1–3", "queue")], entries.Select(entry => (entry.Subject, entry.Detail)));
        Assert.All(entries, entry => Assert.Equal((AuditKind.EvidenceViewed, SandboxIds.Mia, "Mia (moderator)"), (entry.Kind, entry.ActorId, entry.ActorName)));
    }

    [Fact]
    public async Task Rules_show_their_history_and_what_changed()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        string page = await mia.ReadAsync(Visitor.In(DashboardStage.Guild, "rules"));
        Assert.Contains("id=\"rule-spam\"", page, StringComparison.Ordinal);
        Assert.Contains("nobody has changed them", page, StringComparison.Ordinal);
        using HttpResponseMessage missing = await mia.GetAsync(Visitor.In(DashboardStage.Guild, "rules?version=77"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private static IEnumerable<int> CasesIn(string page) => Numbers().Matches(page).Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("<[^>]* (on[a-z]+|style)=", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Inline();

    [GeneratedRegex("<script[^>]*>", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Scripts();

    [GeneratedRegex("(href|src|action)=\"(?<url>[^\"]*)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Addresses();

    [GeneratedRegex(" data-case=\"(?<number>\\d+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Numbers();
}
