using Microsoft.Playwright;
using ModBot.Core.Messages;
using ModBot.EndToEnd.Tests.Sandbox;
using ModBot.Sandbox;

namespace ModBot.EndToEnd.Tests.Browser;

/// <summary>The chat page with the whole bot behind it.</summary>
public sealed class ChatPageTests
{
    [ChromiumFact]
    public async Task A_scam_posted_on_the_page_becomes_a_tombstone_before_the_posters_eyes()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await using ChatPage chat = await ChatPage.OpenAsync(stage.Server.Address);
        await chat.BeAsync("Noah");
        await chat.GoToAsync("general");
        await chat.SayAsync("hello there, how is everybody");
        await chat.SayAsync("free nitro https://dlscord-nitro.gift/claim");
        await Assertions.Expect(chat.Page.GetByText("deleted by ModBot")).ToBeVisibleAsync();
        await Assertions.Expect(chat.Page.GetByText("hello there, how is everybody")).ToBeVisibleAsync();
        Assert.Empty(chat.Complaints);
    }

    [ChromiumFact]
    public async Task A_moderator_upholds_a_card_on_the_page()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("everybody come to discord.gg/another1");
        await using ChatPage chat = await ChatPage.OpenAsync(stage.Server.Address);
        await chat.BeAsync("Mia (moderator)");
        await chat.GoToAsync("review");
        await chat.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Uphold" }).ClickAsync();
        await Assertions.Expect(chat.Page.GetByText("Upheld")).ToBeVisibleAsync();
        Assert.NotNull(await stage.World.WaitForAsync(world => stage.Log.GetCaseAsync(SandboxIds.Guild, 1, default).GetAwaiter().GetResult() is { Reviews.Count: 1 } found ? found : null, LiveStage.Patience));
        Assert.Empty(chat.Complaints);
    }

    [ChromiumFact]
    public async Task Markup_in_a_message_stays_text()
    {
        const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script> [a](javascript:alert(3))";
        await using LiveStage stage = await LiveStage.StartAsync();
        Snowflake message = await stage.PostAsync(Hostile);
        await using ChatPage chat = await ChatPage.OpenAsync(stage.Server.Address);
        chat.Page.Dialog += (_, dialog) => chat.Complaints.Add(dialog.Message);
        await chat.GoToAsync("general");
        await Assertions.Expect(chat.Page.GetByText("<img src=x onerror=alert(1)>", new PageGetByTextOptions { Exact = false })).ToBeVisibleAsync();
        Assert.NotNull(stage.World.FindMessage(SandboxIds.General, message));
        Assert.Empty(chat.Complaints);
    }
}
