using System.Text.Json;
using Microsoft.Playwright;
using ModBot.Dashboard;
using ModBot.EndToEnd.Tests.Interop;
using ModBot.EndToEnd.Tests.Sandbox;
using ModBot.Sandbox;

namespace ModBot.EndToEnd.Tests.Browser;

/// <summary>axe-core finds nothing serious on any page, light and dark, wide and narrow.</summary>
[Collection(InteropCollection.Name)]
public sealed class AccessibilityTests(InteropRun interop)
{
    [ChromiumFact(needsNode: true)]
    public async Task Axe_finds_nothing_serious()
    {
        string axe = await File.ReadAllTextAsync(Path.Combine(await interop.InstallAsync(), "node_modules", "axe-core", "axe.min.js"));
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("everybody come to discord.gg/another1");
        await stage.PostAsync("everybody come to discord.gg/another2");
        await stage.PostAsync("free nitro https://dlscord-nitro.gift/claim", SandboxIds.Noah);
        await using DashboardServer server = await stage.StartDashboardAsync();
        var found = new List<string>();
        foreach ((ColorScheme scheme, int width) in ((ColorScheme, int)[])[(ColorScheme.Light, 1280), (ColorScheme.Dark, 390)])
        {
            await using LogPage log = await LogPage.OpenAsync(server, "Ada (admin)", width: width, scheme: scheme);
            await log.Card(2).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = scheme == ColorScheme.Light ? "Uphold" : "Overturn" }).Or(log.Card(2)).First.ClickAsync();
            foreach (string path in (string[])["queue", "queue?kind=deleted", "queue?kind=shadow", "log", "log?verdict=flag", "log?category=none", "cases/1", "cases/2", "incidents/1", $"members/{SandboxIds.Zoe}", "rules", "charts", "audit", "exports", "nothing"])
            {
                await log.GoAsync(path);
                foreach (IElementHandle closed in await log.Page.QuerySelectorAllAsync("details:not([open])"))
                    await closed.EvaluateAsync("details => { details.open = true; }");
                found.AddRange(await RunAsync(log.Page, axe, $"{scheme} {width} {path}"));
            }

            await log.Page.GotoAsync(new Uri(server.Address, "/?choose").ToString());
            found.AddRange(await RunAsync(log.Page, axe, $"{scheme} {width} start"));
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    private static async Task<IEnumerable<string>> RunAsync(IPage page, string axe, string where)
    {
        await page.EvaluateAsync(axe);
        string json = await page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html + ' ' + (n.failureSummary || '')) })))");
        using JsonDocument violations = JsonDocument.Parse(json);
        return [.. violations.RootElement.EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical" or "moderate")
            .Select(violation => $"{where}: {violation.GetProperty("impact").GetString()} {violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()}\n    {string.Join("\n    ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()))}")];
    }
}
