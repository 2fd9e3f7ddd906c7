using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Filters;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Filters.Behaviour;

public sealed class WindowTests
{
    [Fact]
    public void Sums_of_a_channel_are_those_of_a_plain_count_whatever_the_order_of_arrival()
    {
        Prop.ForAll(Gen.Choose(0, 300).ListOf().ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (seconds, within, until) =>
        {
            var counter = new WindowCounter();
            foreach (int second in seconds)
                counter.Add(second, (second % 3) + 1, null, retention: 1_000);
            return counter.Sum(until - within, until) == seconds.Where(second => second <= until && second >= until - within).Sum(second => (second % 3) + 1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_older_than_the_window_goes_and_the_sums_stay_right()
    {
        var counter = new WindowCounter();
        for (int i = 0; i < 10_000; i++)
            counter.Add(i, 1, null, retention: 100);
        Assert.InRange(counter.Count, 101, 203);
        Assert.Equal(51, counter.Sum(9_949, 9_999));
    }

    [Theory]
    [InlineData(FloodKind.Messages, 4)]
    [InlineData(FloodKind.Links, 4)]
    [InlineData(FloodKind.Characters, 80)]
    public void A_window_of_a_day_works_as_written_for_authors_and_for_the_server(FloodKind what, int count)
    {
        foreach (FloodScope scope in Enum.GetValues<FloodScope>())
        {
            var rule = new OneRule(new FloodFilter(), new FloodFilterOptions { What = what, Count = count, Within = TimeSpan.FromDays(1), Per = scope });
            for (int i = 0; i < 3; i++)
                Assert.Empty(rule.Take(OneRule.Message("see https://a.example", i * 28_000)).Hits);
            Assert.Single(rule.Take(OneRule.Message("see https://a.example", 86_000)).Hits);
            Assert.Empty(rule.Take(OneRule.Message("see https://a.example", 300_000)).Hits);
        }
    }

    [Fact]
    public void Threads_are_counted_where_they_are_opened()
    {
        var rule = new OneRule(new FloodFilter(), new FloodFilterOptions { What = FloodKind.Threads, Count = 3, Within = TimeSpan.FromMinutes(1), Per = FloodScope.Channel });
        Assert.Empty(rule.Take(Thread(1, 2)).Hits);
        Assert.Empty(rule.Take(Thread(2, 9)).Hits);
        Assert.Empty(rule.Take(OneRule.Message("hello")).Hits);
        Assert.Empty(rule.Take(Thread(3, 2)).Hits);
        Assert.Single(rule.Take(Thread(4, 2)).Hits);
    }

    [Fact]
    public void An_edit_adds_nothing()
    {
        var rule = new OneRule(new FloodFilter(), new FloodFilterOptions { What = FloodKind.Mentions, Count = 2, Within = TimeSpan.FromMinutes(1), Per = FloodScope.Server });
        ChatMessage message = OneRule.Message("<@1>");
        Assert.Empty(rule.Take(message).Hits);
        Assert.Empty(rule.Take(message with { IsEdit = true, EditedAt = message.At.AddSeconds(1), Content = "<@1> <@2> <@3>" }).Hits);
        Assert.Single(rule.Take(OneRule.Message("<@4>", 2) with { Id = Snowflake.At(message.At.AddSeconds(2), 1) }).Hits);
    }

    [Fact]
    public void Pressure_names_every_term_and_lets_go_with_time()
    {
        var rule = new OneRule(new PressureFilter());
        Assert.Empty(rule.Take(OneRule.Message("<@1> <@2> look\nhttps://a.example https://b.example https://c.example")).Hits);
        string reason = Assert.Single(rule.Judge(OneRule.Message("<@1> <@2> look\nhttps://a.example https://b.example https://c.example", 1) with { Attachments = [new MessageAttachment("a.png", null, null, 1)] }).Hits).Reason;
        Assert.Equal("pressure 86.38 ≥ 60: before 37.04 + base 10 + 4 images and links 33.2 + 68 characters 0.43 + 1 more lines 0.71 + 2 pings 5", reason);
        Assert.Empty(rule.Judge(OneRule.Message("<@1> <@2> look\nhttps://a.example https://b.example https://c.example", 20)).Hits);
    }

    private static ThreadOccurrence Thread(int second, ulong parent)
    {
        ChatMessage message = OneRule.Message("x", second);
        return new ThreadOccurrence { Id = message.Id, GuildId = message.GuildId, ChannelId = message.Id, ParentChannelId = new Snowflake(parent), Author = message.Author, What = OccurrenceKinds.ThreadCreated, HappenedAt = message.At, Name = "talk" };
    }
}
