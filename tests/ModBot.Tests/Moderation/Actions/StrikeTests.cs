using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Tests.Moderation.Actions;

/// <summary>Strikes climb the ladder, decay, are refunded, and are seen and changed by command.</summary>
public sealed class StrikeTests
{
    [Fact]
    public async Task The_third_strike_times_out_once_and_the_case_says_so()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new StrikeAction());
        await stage.PostAsync();
        await stage.PostAsync();
        Assert.DoesNotContain(stage.Calls, call => call.StartsWith("timeout", StringComparison.Ordinal));
        ModerationCase third = await stage.PostAsync();
        Assert.Equal("timeout 77", Assert.Single(stage.Calls, call => call.StartsWith("timeout", StringComparison.Ordinal)));
        Assert.Contains("3 points: timeout", third.Actions.Single(action => action.Action is StrikeAction).Detail, StringComparison.Ordinal);
        CaseAction step = third.Actions.Single(action => action.Action is TimeoutAction);
        Assert.Equal((new TimeoutAction { Duration = TimeSpan.FromHours(1) }, ActionState.Done), (step.Action, step.State));
        await stage.PostAsync();
        Assert.Equal(1, stage.Calls.Count(call => call.StartsWith("timeout", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Points_fall_off_with_time()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new StrikeAction { Points = 2 });
        await stage.PostAsync();
        stage.Stage.Time.Ahead += TimeSpan.FromDays(15);
        ModerationCase later = await stage.PostAsync();
        Assert.StartsWith("2 strike points, 2 in all", later.Actions.Single(action => action.Action is StrikeAction).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strikes_are_shown_given_taken_off_and_the_ladder_is_changed_as_a_rule_set_version()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new StrikeAction { Points = 2 });
        await stage.PostAsync();
        async Task<string> SayAsync(string command, params (string, object)[] options) => (await stage.Stage.CommandAsync(command, ActionStage.Moderator, options)).Text;
        Assert.Contains("**2** strike points", await SayAsync("strikes show", ("member", ActionStage.Member)), StringComparison.Ordinal);
        string added = await SayAsync("strikes add", ("member", ActionStage.Member), ("points", 1L), ("reason", "rude in voice"));
        Assert.Contains("**3** strike points", added, StringComparison.Ordinal);
        Assert.Contains("timeout for 1h", added, StringComparison.Ordinal);
        Assert.Contains("rude in voice", await SayAsync("strikes show", ("member", ActionStage.Member)), StringComparison.Ordinal);
        Assert.Contains("**0** strike points", await SayAsync("strikes remove", ("member", ActionStage.Member), ("points", 5L)), StringComparison.Ordinal);
        Assert.Contains("no strike points", await SayAsync("strikes remove", ("member", ActionStage.Member)), StringComparison.Ordinal);

        string ladder = await SayAsync("strikes ladder", ("points", 2L), ("action", "ban"), ("duration", "7d"));
        Assert.Contains("**2** points: ban for 7d", ladder, StringComparison.Ordinal);
        await stage.PostAsync();
        Assert.Contains("ban 77", stage.Calls);
        Assert.Contains("takes a time such as", await SayAsync("strikes ladder", ("points", 3L), ("action", "timeout"), ("duration", "soon")), StringComparison.Ordinal);
        Assert.Contains("from 1s to 28d", await SayAsync("strikes ladder", ("points", 3L), ("action", "timeout"), ("duration", "60d")), StringComparison.Ordinal);
        Assert.Contains("needs both", await SayAsync("strikes ladder", ("points", 3L)), StringComparison.Ordinal);
        Assert.DoesNotContain("**2** points", await SayAsync("strikes ladder", ("points", 2L), ("action", "nothing")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_ladder_strikes_are_counted_only()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new StrikeAction { Points = 10 });
        foreach (long at in (long[])[3, 6, 9])
            await stage.Stage.CommandAsync("strikes ladder", ActionStage.Moderator, ("points", at), ("action", "nothing"));
        await stage.PostAsync();
        Assert.StartsWith("delete", Assert.Single(stage.Calls), StringComparison.Ordinal);
    }
}
