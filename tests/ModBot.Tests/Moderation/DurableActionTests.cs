using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

/// <summary>What was intended is done, once, whatever happens to the process or the platform.</summary>
public sealed class DurableActionTests
{
    private const string Spam = "SPAMSPAM";
    private static readonly ActionOutcome NoAnswer = new(OutcomeKind.Unavailable, "no answer");
    private static readonly ActionOutcome NotAllowed = new(OutcomeKind.Forbidden, "Manage Messages is missing in this channel");

    [Fact]
    public async Task What_a_dead_process_intended_is_done_by_the_next_at_once()
    {
        using ModerationStage stage = ModerationStage.Open();
        ChatMessage message = Message();
        await stage.JudgeAsync(message);
        using ModerationStage next = stage.Reopen();
        await next.SweepAsync();
        Assert.Empty(next.Platform.Calls);
        stage.End();
        await next.SweepAsync();
        await next.SweepAsync();
        Assert.Equal([Deletion(message)], next.Platform.Calls);
        Assert.All((await next.Log.GetCaseAsync(ModerationStage.Guild, 1, default))!.Actions, action => Assert.Equal(ActionState.Done, action.State));
    }

    [Fact]
    public async Task What_the_platform_could_not_take_is_tried_again_when_its_time_has_come()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.Answers["delete"] = NoAnswer;
        ChatMessage message = await stage.PostAsync(Spam);
        await stage.SweepAsync();
        Assert.Single(stage.Platform.Calls);
        stage.Time.Ahead = TimeSpan.FromSeconds(30);
        stage.Platform.Answers.Clear();
        await stage.SweepAsync();
        await stage.SweepAsync();
        Assert.Equal([Deletion(message), Deletion(message)], stage.Platform.Calls);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 600)]
    [InlineData(20, 600)]
    public void Pauses_double_up_to_ten_minutes(int attempts, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), ActionExecutor.PauseAfter(attempts));

    [Fact]
    public async Task After_the_last_try_the_moderators_are_told_once()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.Answers["delete"] = NoAnswer;
        await stage.PostAsync(Spam);
        for (int i = 1; i < ActionExecutor.MaximumAttempts; i++)
        {
            Assert.Empty(stage.Platform.Posts);
            stage.Time.Ahead += TimeSpan.FromMinutes(11);
            await stage.SweepAsync();
        }

        stage.Time.Ahead += TimeSpan.FromHours(1);
        await stage.SweepAsync();
        OutgoingMessage card = Assert.Single(stage.Platform.Posts).Value;
        Assert.Contains("Case 1", card.Embeds[0].Title, StringComparison.Ordinal);
        Assert.Contains($"tried {ActionExecutor.MaximumAttempts} times", card.Embeds[0].Description, StringComparison.Ordinal);
        Assert.DoesNotContain(Spam, card.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(ActionExecutor.MaximumAttempts, stage.Platform.Calls.Count(call => call.StartsWith("delete", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_failure_is_told_once_in_ten_minutes()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.Answers["delete"] = NotAllowed;
        await stage.PostAsync(Spam);
        await stage.PostAsync(Spam, author: 78);
        Assert.Single(stage.Platform.Posts);
        stage.Time.Ahead = TimeSpan.FromMinutes(10);
        await stage.PostAsync(Spam, author: 79);
        Assert.Equal(2, stage.Platform.Posts.Count);
    }

    [Fact]
    public async Task A_failure_that_could_not_be_told_is_told_later()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.Answers["delete"] = NotAllowed;
        stage.Platform.Answers["post"] = NoAnswer;
        await stage.PostAsync(Spam);
        Assert.Empty(stage.Platform.Posts);
        stage.Platform.Answers.Remove("post");
        stage.Time.Ahead = TimeSpan.FromMinutes(2);
        await stage.SweepAsync();
        await stage.SweepAsync();
        Assert.Single(stage.Platform.Posts);
        Assert.Equal(1, stage.Platform.Calls.Count(call => call.StartsWith("delete", StringComparison.Ordinal)));
    }

    private static string Deletion(ChatMessage message) => $"delete {message.ChannelId}/{message.Id}";

    private static ChatMessage Message() => new()
    {
        Id = Snowflake.At(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), 1),
        GuildId = ModerationStage.Guild,
        ChannelId = ModerationStage.Channel,
        Author = new MessageAuthor { Id = new Snowflake(77), Username = "user77", JoinedAt = new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero) },
        Content = Spam,
    };
}
