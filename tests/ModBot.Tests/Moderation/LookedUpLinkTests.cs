using ModBot.Core.Cases;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

/// <summary>Invites that the platform is asked about before a verdict stands.</summary>
public sealed class LookedUpLinkTests
{
    [Fact]
    public async Task An_invite_to_the_server_itself_opens_no_case_even_the_first_time()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.Invites["ours"] = new InviteTarget(ModerationStage.Guild, IsGroup: false);
        stage.Platform.Invites["theirs"] = new InviteTarget(new Snowflake(5), IsGroup: false);
        await stage.PostAsync("come to discord.gg/ours");
        await stage.PostAsync("come to discord.gg/ours again");
        ChatMessage foreign = await stage.PostAsync("come to discord.gg/theirs");
        ModerationCase only = Assert.Single(await stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild }, CancellationToken.None));
        Assert.Equal(foreign.Id, only.Key.MessageId);
        Assert.Equal(["ours", "theirs"], stage.Platform.InvitesAsked);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_the_invite_foreign_and_is_asked_for_again()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.InviteOutcome = new ActionOutcome(OutcomeKind.Unavailable, "away");
        await stage.PostAsync("come to discord.gg/ours");
        Assert.Single(await stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild }, CancellationToken.None));
        stage.Platform.Invites["ours"] = new InviteTarget(ModerationStage.Guild, IsGroup: false);
        await stage.PostAsync("come to discord.gg/ours, all of you");
        Assert.Single(await stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild }, CancellationToken.None));
    }

    [Fact]
    public async Task Answers_grow_old()
    {
        var platform = new RecordingPlatform();
        var time = new ShiftedTime();
        var directory = new InviteDirectory(platform, time);
        platform.Invites["x"] = InviteTarget.Group;
        Assert.True(await directory.ResolveAsync(["x", "x", "gone"], CancellationToken.None));
        Assert.Equal(["x", "gone"], platform.InvitesAsked);
        Assert.Equal((InviteTarget.Group, InviteTarget.Nowhere), (directory.Find("x"), directory.Find("gone")));
        time.Ahead += TimeSpan.FromMinutes(6);
        Assert.Equal((InviteTarget.Group, null), (directory.Find("x"), directory.Find("gone")));
        time.Ahead += TimeSpan.FromHours(1);
        Assert.Null(directory.Find("x"));
    }

    [Fact]
    public async Task A_flood_of_invented_codes_is_not_asked_for_without_end()
    {
        var platform = new RecordingPlatform();
        var time = new ShiftedTime();
        var directory = new InviteDirectory(platform, time);
        for (int i = 0; i < 300; i++)
            await directory.ResolveAsync([$"code{i}"], CancellationToken.None);
        Assert.Equal(60, platform.InvitesAsked.Count);
        time.Ahead += TimeSpan.FromMinutes(2);
        Assert.True(await directory.ResolveAsync(["another"], CancellationToken.None));
    }
}
