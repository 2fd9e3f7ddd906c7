using ModBot.Core.Guilds;
using ModBot.Core.Messages;

namespace ModBot.Core.Tests.Members;

public sealed class StandingHitsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly StandingHits hits = new();

    [Fact]
    public void Different_members_count_and_one_member_counts_once()
    {
        Assert.Equal([1, 1, 2, 2, 3], new ulong[] { 1, 1, 2, 1, 3 }.Select((member, i) => Note(member, i)));
        Assert.Equal(1, hits.Note("other", new Snowflake(1), Noon, 5));
    }

    [Fact]
    public void What_lies_further_back_than_ten_minutes_is_forgotten()
    {
        Note(1, 0);
        Note(2, 300);
        Assert.Equal(3, Note(3, 600));
        Assert.Equal(3, Note(4, 601));
        Assert.Equal(1, Note(5, 5_000));
    }

    [Fact]
    public void No_more_is_kept_than_makes_a_rule_trip()
    {
        for (ulong member = 1; member <= 1_000; member++)
            Assert.InRange(hits.Note("rule", new Snowflake(member), Noon, 5), 1, 5);
        hits.Forget("rule");
        Assert.Equal(1, Note(1, 0));
    }

    private int Note(ulong member, int seconds) => hits.Note("rule", new Snowflake(member), Noon.AddSeconds(seconds), 5);
}
