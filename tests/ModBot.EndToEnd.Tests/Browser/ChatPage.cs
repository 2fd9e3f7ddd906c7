using Microsoft.Playwright;

namespace ModBot.EndToEnd.Tests.Browser;

/// <summary>The sandbox's chat page in a headless browser, as a person uses it.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ChatPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        this.playwright = playwright;
        this.browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>What the page complained about: script errors and blocked loads.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<ChatPage> OpenAsync(Uri address, int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await Chromium.LaunchAsync(playwright);
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme, TimezoneId = "UTC", Locale = "en-GB" });
        var chat = new ChatPage(playwright, browser, page);
        page.PageError += (_, error) => chat.Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                chat.Complaints.Add(message.Text);
        };
        await page.GotoAsync(address.ToString());
        await Assertions.Expect(page.GetByText("ModBot is online")).ToBeVisibleAsync();
        return chat;
    }

    public Task BeAsync(string user) => Page.Locator("select#user").SelectOptionAsync(new SelectOptionValue { Label = user });

    public Task GoToAsync(string channel) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = channel }).First.ClickAsync();

    public async Task SayAsync(string text)
    {
        ILocator box = Page.GetByRole(AriaRole.Textbox).Last;
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
