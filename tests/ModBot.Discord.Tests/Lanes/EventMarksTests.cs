using FsCheck;
using FsCheck.Fluent;
using ModBot.Discord.Lanes;

namespace ModBot.Discord.Tests.Lanes;

public sealed class EventMarksTests
{
    [Fact]
    public void A_point_is_reached_when_all_that_came_before_it_is_handled()
    {
        var marks = new EventMarks();
        EventBatch first = marks.Enter();
        Assert.Null(marks.Advance(Point(1)));
        EventBatch second = marks.Enter();
        Assert.Null(marks.Advance(Point(2)));
        second.Leave();
        Assert.Null(marks.Advance(Point(3)));
        first.Leave();
        Assert.Equal(4, marks.Advance(Point(4))!.Sequence);
    }

    [Fact]
    public void Without_events_every_point_is_reached_at_once()
    {
        var marks = new EventMarks();
        Assert.Equal(1, marks.Advance(Point(1))!.Sequence);
        Assert.Equal(2, marks.Advance(Point(2))!.Sequence);
    }

    [Fact]
    public void A_handler_that_hangs_holds_the_mark_and_costs_no_memory()
    {
        var marks = new EventMarks();
        EventBatch hanging = marks.Enter();
        for (int i = 1; i < 10_000; i++)
            Assert.Null(marks.Advance(Point(i)));
        hanging.Leave();
        // What came after the last mark that was set is not claimed.
        Assert.InRange(marks.Advance(Point(10_000))!.Sequence, 1, 1_000);
        Assert.Equal(10_001, marks.Advance(Point(10_001))!.Sequence);
    }

    [Fact]
    public void Whatever_the_order_of_handling_no_point_is_told_before_its_events() => Prop.ForAll(
        Gen.Choose(0, 3).ListOf(60).ToArbitrary(),
        steps =>
        {
            var marks = new EventMarks();
            List<(int Number, EventBatch Batch)> open = [];
            int came = 0;
            foreach (int step in steps)
            {
                if (step < 2)
                    open.Add((++came, marks.Enter()));
                else if (step == 2 && open.Count > 0)
                    Leave(open, came % open.Count);
                else if (marks.Advance(Point(came)) is { } reached && open.Any(one => one.Number <= reached.Sequence))
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static void Leave(List<(int Number, EventBatch Batch)> open, int index)
    {
        open[index].Batch.Leave();
        open.RemoveAt(index);
    }

    private static SessionPoint Point(long sequence) => new("session", null, sequence, DateTimeOffset.UnixEpoch);
}
