using Microsoft.Playwright;
using ModBot.Dashboard;
using ModBot.Sandbox;

namespace ModBot.EndToEnd.Tests.Browser;

/// <summary>The moderation log in a headless browser, as a moderator uses it.</summary>
internal sealed class LogPage : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly Uri address;

    private LogPage(IPlaywright playwright, IBrowser browser, IPage page, Uri address)
    {
        this.playwright = playwright;
        this.browser = browser;
        this.address = address;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>What the page complained about: script errors, blocked loads, dialogs.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens the page and signs in as somebody of the sandbox; ends where the page leads.</summary>
    public static async Task<LogPage> OpenAsync(DashboardServer server, string person, int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await Chromium.LaunchAsync(playwright);
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            TimezoneId = "UTC",
            Locale = "en-GB",
            JavaScriptEnabled = script,
        });
        var log = new LogPage(playwright, browser, page, server.Address);
        page.PageError += (_, error) => log.Complaints.Add(error);
        page.Dialog += (_, dialog) => log.Complaints.Add(dialog.Message);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                log.Complaints.Add(message.Text);
        };
        await page.GotoAsync(server.Address.ToString());
        await page.GetByText("Sign in with Discord").ClickAsync();
        await page.GetByText(person).ClickAsync();
        await Assertions.Expect(page.GetByText("Sign out")).ToBeVisibleAsync();
        return log;
    }

    /// <summary>Goes to a page of the sandbox's guild.</summary>
    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(new Uri(address, $"/g/{SandboxIds.Guild}/{path}").ToString());

    public ILocator Card(long number) => Page.Locator($"article.card[data-case='{number}']");

    public ILocator Row(long number) => Page.Locator($"tr[data-case='{number}']");

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
