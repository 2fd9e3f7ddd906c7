using Microsoft.Playwright;
using ModBot.CommandLine;
using ModBot.EndToEnd.Tests.Sandbox;

namespace ModBot.EndToEnd.Tests.Browser;

/// <summary>
/// Takes the README's pictures. <c>tests/pictures/take</c> sets <c>MODBOT_PICTURES</c> to the folder; without it the pictures
/// are taken into a temporary folder and thrown away, so that the script cannot rot.
/// </summary>
[Collection(ProcessWideCollection.Name)]
public sealed class PictureTests
{
    [ChromiumFact]
    public async Task The_seed_as_the_page_shows_it()
    {
        string store = Directory.CreateTempSubdirectory("modbot-pictures-").FullName;
        string pictures = Environment.GetEnvironmentVariable("MODBOT_PICTURES") is { Length: > 0 } chosen ? chosen : store;
        Environment.SetEnvironmentVariable("Storage__Directory", store);
        try
        {
            await using var error = new StringWriter();
            int code = await ModBotCommandLine.RunAsync(["run", "--once", "--urls", "http://127.0.0.1:0"], new Terminal(Stream.Null, Stream.Null, error), CancellationToken.None);
            Assert.True(code == 0, error.ToString());
            await using LiveStage stage = await LiveStage.StartAsync(Path.Combine(store, "sandbox.json"));
            await TakeAsync(stage.Server.Address, "Ada (admin)", "comments", "Bloody Hell", Path.Combine(pictures, "sandbox.png"));
            await TakeAsync(stage.Server.Address, "Mia (moderator)", "review", "How come nobody", Path.Combine(pictures, "review.png"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Storage__Directory", null);
            Directory.Delete(store, recursive: true);
        }
    }

    private static async Task TakeAsync(Uri address, string user, string channel, string show, string path)
    {
        await using ChatPage chat = await ChatPage.OpenAsync(address);
        await chat.BeAsync(user);
        await chat.GoToAsync(channel);
        ILocator text = chat.Page.GetByText(show);
        await Assertions.Expect(text).ToBeVisibleAsync();
        await text.ScrollIntoViewIfNeededAsync();
        await chat.Page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
        Assert.True(new FileInfo(path).Length > 20_000, "the picture is blank");
    }
}
