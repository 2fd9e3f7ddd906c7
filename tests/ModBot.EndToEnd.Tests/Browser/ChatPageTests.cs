using Microsoft.Playwright;
using ModBot.Contracts;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord;
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
    public async Task A_bots_entries_in_the_context_menus_stand_with_each_message()
    {
        await using ContractBot bot = await ContractBot.StartAsync(static (services, options) => services.AddDiscordClient(options));
        Assert.True((await bot.Platform.RegisterCommandsAsync(ContractCommands.All, CancellationToken.None)).IsDone);
        Snowflake message = bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "what is this about").Message.Id;
        await using ChatPage chat = await ChatPage.OpenAsync(bot.Server.Address);
        await chat.BeAsync("Mia (moderator)");
        await chat.GoToAsync("general");
        foreach ((string entry, InteractionKind kind, Snowflake target) in new[] { ("Moderate (Noah)", InteractionKind.UserCommand, SandboxIds.Noah), ("Report message", InteractionKind.MessageCommand, message) })
        {
            ILocator row = chat.Page.Locator($"#m{message}");
            await row.HoverAsync();
            await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = entry, Exact = true }).ClickAsync();
            InteractionReceived received = await bot.NextAsync<InteractionReceived>(_ => true);
            Assert.Equal((kind, SandboxIds.Mia, target), (received.Interaction.Kind, received.Interaction.User.Id, received.Interaction.TargetId));
            Assert.True((await received.Responder.RespondAsync(new OutgoingMessage { Content = $"seen {kind}", Ephemeral = true }, CancellationToken.None)).IsDone);
            await Assertions.Expect(chat.Page.GetByText($"seen {kind}")).ToBeVisibleAsync();
        }

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
