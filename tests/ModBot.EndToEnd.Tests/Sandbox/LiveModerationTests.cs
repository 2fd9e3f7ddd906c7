using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Sandbox;

namespace ModBot.EndToEnd.Tests.Sandbox;

/// <summary>What people do on a server, with the whole bot behind it.</summary>
public sealed class LiveModerationTests
{
    private const string Scam = "free nitro for everyone https://dlscord-nitro.gift/claim";

    [Fact]
    public async Task A_scam_link_is_deleted_and_the_audit_reason_names_the_case()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        Snowflake message = await stage.PostAsync(Scam);
        SandboxDeletion deletion = stage.World.FindDeletion(SandboxIds.General, message)!;
        Assert.Equal(SandboxIds.Bot, deletion.DeletedBy);
        Assert.Contains("case 1", deletion.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_into_a_scam_is_deleted_and_moderators_are_left_alone()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        Snowflake message = await stage.PostAsync("good morning");
        await stage.EditAsync(message, SandboxIds.Zoe, Scam);
        Assert.NotNull(stage.World.FindDeletion(SandboxIds.General, message));
        Snowflake byModerator = await stage.PostAsync(Scam, SandboxIds.Mia);
        Assert.Null(stage.World.FindDeletion(SandboxIds.General, byModerator));
    }

    [Fact]
    public async Task A_term_is_added_suggested_and_removed_by_slash_command()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        SandboxReply added = await stage.CommandAsync(SandboxIds.Admin, "terms add", ("term", "mongoose"));
        Assert.Equal(SandboxIds.Admin, added.Message!.EphemeralFor);
        Snowflake message = await stage.PostAsync("the M0NGO0SE is loose");
        Assert.NotNull(stage.World.FindDeletion(SandboxIds.General, message));
        SandboxReply suggested = await stage.World.AutocompleteAsync(
            SandboxIds.Admin, SandboxIds.General, "terms remove", "term", new Dictionary<string, object>(StringComparer.Ordinal) { ["term"] = "mon" }).WaitAsync(LiveStage.Patience);
        Assert.Equal("mongoose", Assert.Single(suggested.Choices).Name);
        await stage.CommandAsync(SandboxIds.Admin, "terms remove", ("term", "mongoose"));
        Snowflake allowed = await stage.PostAsync("mongoose again");
        Assert.Null(stage.World.FindDeletion(SandboxIds.General, allowed));
    }

    [Fact]
    public async Task A_member_may_not_use_the_moderators_commands()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await Assert.ThrowsAsync<SandboxRefusedException>(() => stage.CommandAsync(SandboxIds.Zoe, "modlog recent"));
    }

    [Fact]
    public async Task A_card_is_upheld_by_its_button_also_after_a_restart()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("come over to discord.gg/another1 everybody");
        await stage.RestartBotAsync();
        SandboxMessage card = Assert.Single(stage.World.Messages(SandboxIds.Review));
        SandboxReply pressed = await stage.World.PressAsync(SandboxIds.Mia, SandboxIds.Review, card.Id, card.CustomIds[0]).WaitAsync(LiveStage.Patience);
        Assert.Contains("Upheld", pressed.Message!.EmbedText, StringComparison.Ordinal);
        ModerationCase reviewed = (await stage.Log.GetCaseAsync(SandboxIds.Guild, 1, default))!;
        Assert.Equal(SandboxIds.Mia, Assert.Single(reviewed.Reviews).ModeratorId);
    }

    [Fact]
    public async Task Overturning_asks_for_the_reason_in_a_form()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync("come over to discord.gg/another1 everybody");
        SandboxMessage card = Assert.Single(stage.World.Messages(SandboxIds.Review));
        SandboxReply form = await stage.World.PressAsync(SandboxIds.Mia, SandboxIds.Review, card.Id, card.CustomIds[1]).WaitAsync(LiveStage.Patience);
        await stage.World.SubmitModalAsync(SandboxIds.Mia, form.Modal!, new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "our sister server" }).WaitAsync(LiveStage.Patience);
        await stage.World.WaitForAsync(
            world => world.FindMessage(SandboxIds.Review, card.Id)!.EmbedText.Contains("our sister server", StringComparison.Ordinal) ? world : null, LiveStage.Patience);
    }

    [Fact]
    public async Task The_log_and_a_case_are_shown_to_moderators()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        await stage.PostAsync(Scam);
        Assert.Contains("1 deleted", (await stage.CommandAsync(SandboxIds.Mia, "modlog recent")).Message!.Content, StringComparison.Ordinal);
        Assert.Contains("scam-link", (await stage.CommandAsync(SandboxIds.Mia, "case show", ("number", 1L))).Message!.Content, StringComparison.Ordinal);
        Assert.Contains("enforce", (await stage.CommandAsync(SandboxIds.Mia, "rules list")).Message!.Content, StringComparison.Ordinal);
    }
}
