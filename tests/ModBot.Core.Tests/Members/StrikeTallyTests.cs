using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Actions;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Core.Tests.Members;

public sealed class StrikeTallyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly StrikePolicy Weekly = StrikePolicy.WithUsualLadder;

    [Theory]
    [InlineData(0, 3)]
    [InlineData(7, 2)]
    [InlineData(10.5, 1.5)]
    [InlineData(21, 0)]
    [InlineData(400, 0)]
    public void Points_fall_off_evenly_and_never_below_none(double days, double left) =>
        Assert.Equal(left, StrikeTally.PointsAt([Of(3, 0)], Weekly, Noon.AddDays(days)), 6);

    [Fact]
    public void What_was_refunded_or_comes_later_does_not_count() =>
        Assert.Equal(1, StrikeTally.PointsAt([Of(5, 0) with { IsRefunded = true }, Of(2, 1), Of(9, 30)], Weekly, Noon.AddDays(8)), 6);

    [Fact]
    public void A_moderator_takes_points_off_and_what_follows_starts_from_none() =>
        Assert.Equal(2, StrikeTally.PointsAt([Of(3, 0), Of(-10, 1), Of(2, 2)], Weekly, Noon.AddDays(2)), 6);

    [Fact]
    public void Without_decay_points_stay() => Assert.Equal(3, StrikeTally.PointsAt([Of(3, 0)], Weekly with { Decay = 0 }, Noon.AddYears(9)));

    [Fact]
    public void A_refund_never_leaves_more_than_there_was()
    {
        Gen<(int Points, int Day)[]> strikes = from given in (from points in Gen.Choose(1, 10) from day in Gen.Choose(0, 60) select (points, day)).NonEmptyListOf() select given.OrderBy(one => one.day).ToArray();
        Prop.ForAll(Arb.From(strikes), given =>
        {
            StrikeEntry[] entries = [.. given.Select(one => Of(one.Points, one.Day))];
            StrikeEntry[] refunded = [entries[0] with { IsRefunded = true }, .. entries.Skip(1)];
            double all = StrikeTally.PointsAt(entries, Weekly, Noon.AddDays(61));
            double rest = StrikeTally.PointsAt(refunded, Weekly, Noon.AddDays(61));
            return rest <= all && all - rest <= entries[0].Points + 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0, 2, null)]
    [InlineData(1.9999, 2.9999, 3)]
    [InlineData(2.5, 3.5, null)]
    [InlineData(3, 5, null)]
    [InlineData(0, 20, 9)]
    [InlineData(5, 5.0001, 6)]
    [InlineData(9, 12, null)]
    public void The_highest_step_that_is_crossed_follows(double before, double after, int? step) =>
        Assert.Equal(step, Weekly.StepBetween(before, after)?.At);

    [Fact]
    public void Reading_a_ladder_gives_it_by_rising_points()
    {
        StrikePolicy policy = Weekly with { Ladder = [new LadderStep(4, new KickAction())] };
        Assert.Equal(policy, Weekly with { Ladder = [new LadderStep(4, new KickAction())] });
        Assert.NotEqual(policy, Weekly);
    }

    private static StrikeEntry Of(int points, double day) => new() { GuildId = new Snowflake(1), MemberId = new Snowflake(2), Points = points, At = Noon.AddDays(day) };
}
