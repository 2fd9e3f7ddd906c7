using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Dashboard;
using ModBot.EndToEnd.Tests.Sandbox;
using ModBot.Moderation;
using ModBot.Sandbox;

namespace ModBot.EndToEnd.Tests.Browser;

/// <summary>The moderation log in the browser with the whole bot behind it.</summary>
public sealed class LogPageTests
{
    private const string Mia = "Mia (moderator)";

    [ChromiumFact]
    public async Task A_moderator_reviews_the_queue_by_keyboard()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        for (int i = 1; i <= 3; i++)
            await stage.PostAsync($"everybody come to discord.gg/another{i}");
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, Mia);
        await Assertions.Expect(log.Page).ToHaveURLAsync(new Uri(server.Address, $"/g/{SandboxIds.Guild}/queue").ToString());
        await Assertions.Expect(log.Card(3)).ToBeFocusedAsync();
        await log.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(log.Card(2)).ToBeFocusedAsync();
        await log.Page.Keyboard.PressAsync("u");
        await Assertions.Expect(log.Card(2).GetByText("upheld")).ToBeVisibleAsync();
        await Assertions.Expect(log.Card(1)).ToBeFocusedAsync();
        await log.Page.Keyboard.PressAsync("k");
        await log.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(log.Card(3)).ToBeFocusedAsync();
        await log.Page.Keyboard.PressAsync("r");
        await log.Page.Keyboard.TypeAsync("a joke, u know");
        await log.Page.Keyboard.PressAsync("Tab");
        await log.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(log.Card(3).GetByText("overturned")).ToBeVisibleAsync();
        await log.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(log.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { NameString = "Keys" })).ToBeVisibleAsync();
        Assert.Equal((ReviewDecision.Upheld, SandboxIds.Mia, ""), await ReviewOfAsync(stage, 2));
        Assert.Equal((ReviewDecision.Overturned, SandboxIds.Mia, "a joke, u know"), await ReviewOfAsync(stage, 3));
        Assert.Empty((await stage.Log.GetCaseAsync(SandboxIds.Guild, 1, default))!.Reviews);
        Assert.Empty(log.Complaints);
    }

    [ChromiumFact]
    public async Task The_queue_works_without_script()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("everybody come to discord.gg/another1");
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, Mia, script: false);
        await log.Card(1).GetByPlaceholder("Reason").FillAsync("as agreed");
        await log.Card(1).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = "Uphold" }).ClickAsync();
        await Assertions.Expect(log.Page.GetByText("Case 1 is upheld.")).ToBeVisibleAsync();
        await Assertions.Expect(log.Page.GetByText("Nothing waits.")).ToBeVisibleAsync();
        Assert.Equal((ReviewDecision.Upheld, SandboxIds.Mia, "as agreed"), await ReviewOfAsync(stage, 1));
    }

    [ChromiumFact]
    public async Task A_case_appears_in_the_open_queue_as_it_comes_and_a_review_elsewhere_is_seen()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, Mia);
        await Assertions.Expect(log.Page.GetByText("Nothing waits.")).ToBeVisibleAsync();
        await Assertions.Expect(log.Page.Locator("body.live")).ToHaveCountAsync(1);
        await stage.PostAsync("everybody come to discord.gg/another1");
        await Assertions.Expect(log.Card(1)).ToBeVisibleAsync();
        await Assertions.Expect(log.Page.GetByText("Nothing waits.")).ToBeHiddenAsync();
        await stage.Services.GetRequiredService<Core.Ports.ICaseReviewer>().ReviewAsync(
            new CaseDecision { GuildId = SandboxIds.Guild, Number = 1, Decision = ReviewDecision.Upheld, ModeratorId = SandboxIds.Admin, ModeratorName = "Ada" }, default);
        await Assertions.Expect(log.Card(1).GetByText("by Ada")).ToBeVisibleAsync();
        Assert.Empty(log.Complaints);
    }

    [ChromiumFact]
    public async Task Overturning_on_the_page_lifts_the_members_timeout()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.Services.GetRequiredService<GuildRules>().ChangeAsync(
            SandboxIds.Guild, new MessageAuthor { Id = SandboxIds.Admin, Username = "admin" }, "time out for grapefruit", rules => rules.With(new Rule
            {
                Name = "fruit",
                Filter = BlockedTermsFilter.FilterId,
                Options = new BlockedTermsOptions { Terms = ["grapefruit"] },
                Category = Category.Other,
                Verdict = Disposition.Delete,
                Then = [new TimeoutAction { Duration = TimeSpan.FromHours(1) }],
            }), default);
        await stage.PostAsync("I like grapefruit", SandboxIds.Zoe);
        Assert.NotNull(stage.World.Member(SandboxIds.Zoe)!.TimedOutUntil);
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, Mia);
        await log.GoAsync("queue?kind=deleted");
        await log.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(log.Card(1).GetByText("overturned")).ToBeVisibleAsync();
        await Assertions.Expect(log.Card(1)).ToContainTextAsync("timeout", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        Assert.Null(stage.World.Member(SandboxIds.Zoe)!.TimedOutUntil);
        Assert.Empty(log.Complaints);
    }

    [ChromiumFact]
    public async Task The_log_is_filtered_and_searched()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("everybody come to discord.gg/another1, bring pancakes");
        await stage.PostAsync("free nitro https://dlscord-nitro.gift/claim", SandboxIds.Noah);
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, Mia);
        await log.GoAsync("log");
        await Assertions.Expect(log.Row(1)).ToBeVisibleAsync();
        await Assertions.Expect(log.Row(2)).ToBeVisibleAsync();
        await log.Page.Keyboard.PressAsync("/");
        await log.Page.Keyboard.TypeAsync("PANCAKES");
        await log.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(log.Row(1)).ToBeVisibleAsync();
        await Assertions.Expect(log.Row(2)).ToHaveCountAsync(0);
        await log.Page.GetByLabel("Search the log").FillAsync("domain:dlscord-nitro.gift author:Noah");
        await log.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Search" }).ClickAsync();
        await Assertions.Expect(log.Row(2)).ToBeVisibleAsync();
        await Assertions.Expect(log.Row(1)).ToHaveCountAsync(0);
        await log.Page.GetByLabel("Search the log").FillAsync("");
        await log.Page.GetByText("Filters").ClickAsync();
        await log.Page.GetByLabel("Verdict").SelectOptionAsync("flag");
        await log.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Apply" }).ClickAsync();
        await Assertions.Expect(log.Row(1)).ToBeVisibleAsync();
        await Assertions.Expect(log.Row(2)).ToHaveCountAsync(0);
        await log.Page.GetByLabel("Search the log").FillAsync("nobody-ever-wrote-this");
        await log.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(log.Page.GetByText("No case is like that.")).ToBeVisibleAsync();
        Assert.Empty(log.Complaints);
    }

    [ChromiumFact]
    public async Task Viewing_options_are_kept_for_the_next_time()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("everybody come to discord.gg/another1, bring pancakes");
        await stage.PostAsync("everybody come to discord.gg/another2");
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using (LogPage log = await LogPage.OpenAsync(server, Mia))
        {
            await log.GoAsync("log");
            await Assertions.Expect(log.Page.GetByText("bring pancakes")).ToHaveCountAsync(0);
            await log.Page.GetByText("Viewing options").ClickAsync();
            await log.Page.GetByLabel("Order").SelectOptionAsync("oldest");
            await log.Page.GetByLabel("Per page").SelectOptionAsync("10");
            await log.Page.GetByLabel("message", new PageGetByLabelOptions { Exact = true }).CheckAsync();
            await log.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Save settings" }).ClickAsync();
            await Assertions.Expect(log.Page.GetByText("Your viewing options are saved.")).ToBeVisibleAsync();
            Assert.Empty(log.Complaints);
        }

        await using LogPage again = await LogPage.OpenAsync(server, Mia);
        await again.GoAsync("log");
        await Assertions.Expect(again.Page.Locator("tr[data-case]").First).ToHaveAttributeAsync("data-case", "1");
        await Assertions.Expect(again.Row(1).GetByText("bring pancakes")).ToBeVisibleAsync();
        await Assertions.Expect(again.Page.GetByLabel("Per page")).ToHaveValueAsync("10");
    }

    [ChromiumFact]
    public async Task An_export_is_downloaded_and_its_progress_told()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("everybody come to discord.gg/another1");
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, Mia);
        await log.GoAsync("exports");
        IDownload download = await log.Page.RunAndWaitForDownloadAsync(() => log.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Export", Exact = true }).ClickAsync());
        Assert.Equal($"modbot-cases-{SandboxIds.Guild}.csv", download.SuggestedFilename);
        Assert.StartsWith("case,opened,", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await Assertions.Expect(log.Page.Locator("#progress")).ToContainTextAsync("1 of 1");
        Assert.Empty(log.Complaints);
    }

    [ChromiumFact]
    public async Task Markup_from_members_stays_text_on_every_page()
    {
        string[] hostile =
        [
            "<img src=x onerror=alert(1)><script>alert(2)</script> discord.gg/another1",
            "\"><svg onload=alert(3)> discord.gg/another2",
            "[a](javascript:alert(4)) @everyone </blockquote><h1>x</h1> discord.gg/another3",
        ];
        await using LiveStage stage = await LiveStage.StartAsync();
        foreach (string text in hostile)
            await stage.PostAsync(text);
        await stage.CommandAsync(SandboxIds.Mia, "case show", ("number", 1L));
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, "Ada (admin)");
        foreach (string path in (string[])["queue", "cases/1", "cases/2", "cases/3", $"members/{SandboxIds.Zoe}"])
        {
            await log.GoAsync(path);
            Assert.Equal(0, await log.Page.Locator("main script, main img, main svg, main iframe, main h1 ~ h1").CountAsync());
        }

        await log.GoAsync("queue");
        foreach (string text in hostile)
            await Assertions.Expect(log.Page.GetByText(text)).ToBeVisibleAsync();
        Assert.Empty(log.Complaints);
    }

    [ChromiumFact]
    public async Task Nothing_is_wider_than_a_phone()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync($"everybody come to discord.gg/another1 {new string('w', 300)}");
        await stage.PostAsync("free nitro https://dlscord-nitro.gift/claim", SandboxIds.Noah);
        await using DashboardServer server = await stage.StartDashboardAsync();
        await using LogPage log = await LogPage.OpenAsync(server, "Ada (admin)", width: 360, height: 740);
        foreach (string path in (string[])["queue", "log", "cases/1", "cases/2", "incidents/1", $"members/{SandboxIds.Zoe}", "rules", "charts", "audit", "exports"])
        {
            await log.GoAsync(path);
            Assert.True(await log.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, $"{path} is wider than the window");
        }

        Assert.Empty(log.Complaints);
    }

    private static async Task<(ReviewDecision Decision, Snowflake Moderator, string Reason)> ReviewOfAsync(LiveStage stage, long number)
    {
        Review review = Assert.Single((await stage.Log.GetCaseAsync(SandboxIds.Guild, number, default))!.Reviews);
        return (review.Decision, review.ModeratorId, review.Reason);
    }
}
