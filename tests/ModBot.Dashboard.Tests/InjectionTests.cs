using System.Net;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Dashboard.Tests.Support;
using ModBot.Sandbox;

namespace ModBot.Dashboard.Tests;

/// <summary>Whatever members and moderators write stays text, wherever it is shown.</summary>
public sealed class InjectionTests
{
    [Fact]
    public void There_are_enough_of_them() => Assert.True(HostileStrings.All.Distinct(StringComparer.Ordinal).Count() >= 50);

    [Fact]
    public async Task No_page_takes_anybodys_words_for_markup()
    {
        await using DashboardStage stage = await DashboardStage.StartAsync();
        long number = 0;
        foreach (string hostile in HostileStrings.All)
        {
            number++;
            await stage.RecordAsync(SampleCase.Of((ulong)number, text: $"{hostile} x", name: hostile, reason: hostile, author: new Snowflake(5_000_000_000_000_000_000 + (ulong)number)));
            await stage.Log.AddReviewAsync(DashboardStage.Guild, number, new Review(ReviewDecision.Upheld, new Snowflake(7), hostile, hostile, TimeProvider.System.GetUtcNow()), default);
            await stage.Notes.AddAsync(DashboardStage.Guild, number, new CaseNote(new Snowflake(7), hostile, hostile, TimeProvider.System.GetUtcNow()), default);
        }

        using Readers readers = await Readers.SignInAsync(stage);
        IEnumerable<string> pages = Enumerable.Range(1, (int)number).SelectMany(i => (string[])[$"cases/{i}", $"cases/{i}/card", $"members/{5_000_000_000_000_000_000 + (ulong)i}"]).Concat(["log", "audit"]);
        foreach (string path in pages)
        {
            string page = await readers.ReadAsync(path);
            foreach (string tag in (string[])["<script>", "<script src=/", "<img src=x", "<img src=\"x", "<svg on", "<svg><s", "<svg/", "<body on", "<iframe", "<object", "<embed", "<form action=h", "<video", "<audio", "<marquee", "<style", "<base", "<meta http", "<template", "<noscript", "<math", "<!--", "<![CDATA", "onerror=alert(1)>", "<h1>Signed", "<a href=j"])
                Assert.DoesNotContain(tag, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\" onmouseover=\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\u0000", page, StringComparison.Ordinal);
        }

        // A page that shows nobody's words holds none of them.
        Assert.DoesNotContain("alert(1)", await readers.ReadAsync("charts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_for_anything_gives_a_page()
    {
        await using DashboardStage stage = await DashboardStage.StartAsync();
        using Readers readers = await Readers.SignInAsync(stage);
        foreach (string hostile in HostileStrings.All)
        {
            string query = string.Join('&', ((string[])["q", "author", "rule", "domain", "at", "kind", "done", "about", "version", "days", "before"]).Select(field => $"{field}={Uri.EscapeDataString(hostile)}"));
            foreach (string path in (string[])["log", "queue", "exports"])
            {
                string page = await readers.ReadAsync($"{path}?{query}");
                Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("\" onmouseover=\"", page, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Two who take turns: one alone would ask too often.</summary>
    private sealed class Readers(Visitor first, Visitor second) : IDisposable
    {
        private int turn;

        public static async Task<Readers> SignInAsync(DashboardStage stage)
        {
            stage.Members.Set(DashboardStage.Guild, SandboxIds.Zoe, GuildPermissions.Administrator);
            var readers = new Readers(await stage.SignInAsync(SandboxIds.Admin), await stage.SignInAsync(SandboxIds.Zoe));
            foreach (Visitor visitor in readers.All)
            {
                using HttpResponseMessage saved = await visitor.PostAsync(
                    Visitor.In(DashboardStage.Guild, "view"), Visitor.In(DashboardStage.Guild, "charts"), ("size", "200"), ("show", "text"), ("show", "reason"), ("show", "review"), ("show", "actions"), ("show", "score"));
                Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
            }

            return readers;
        }

        public Task<string> ReadAsync(string path) => All[turn++ % 2].ReadAsync(Visitor.In(DashboardStage.Guild, path));

        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }

        private Visitor[] All => [first, second];
    }
}
