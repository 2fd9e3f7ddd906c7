using ModBot.Core.Filters;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Filters.History;
using ModBot.Core.Filters.Members;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Tests.Filters.Behaviour;

/// <summary>However much happens, what is remembered stays bounded, and what happened last is still known.</summary>
public sealed class HistoryBoundTests
{
    [Fact]
    public void Of_very_many_contents_the_newest_are_known()
    {
        var index = new ContentIndex();
        var random = new Random(3);
        ContentKey last = default;
        for (int i = 1; i <= 40_000; i++)
        {
            last = new ContentKey(i % 2 == 0 ? ContentKind.Text : ContentKind.Link, (ulong)random.NextInt64(1, long.MaxValue));
            index.Open(last, i, retention: 1_000_000).Add(Post(i, (ulong)i));
        }

        Assert.InRange(index.Count, 1, 4_096 + 16_384);
        Assert.Equal(1, index.Find(last)!.Count);
    }

    [Fact]
    public void One_content_posted_without_end_keeps_its_newest_posts()
    {
        var trail = new ContentTrail(new ContentKey(ContentKind.Link, 5));
        for (int i = 1; i <= 10_000; i++)
            trail.Add(Post(i, (ulong)i));
        Assert.InRange(trail.Count, 1_500, 2_000);
        Assert.Equal(10_000, trail.LastAt);
    }

    [Fact]
    public void Texts_that_expired_make_room_and_the_others_stay()
    {
        var index = new ContentIndex();
        var random = new Random(4);
        ulong kept = (ulong)random.NextInt64(1, long.MaxValue);
        // Now and then two random fingerprints are near each other.
        while (index.Count < 4_095)
            index.Open(new ContentKey(ContentKind.Text, (ulong)random.NextInt64(1, long.MaxValue)), now: 1, retention: 10).Add(Post(1, 1));
        index.Open(new ContentKey(ContentKind.Text, kept), now: 1_000, retention: 10).Add(Post(1_000, 9_000));
        index.Open(new ContentKey(ContentKind.Text, (ulong)random.NextInt64(1, long.MaxValue)), now: 1_001, retention: 10).Add(Post(1_001, 9_001));
        Assert.InRange(index.Count, 2, 3);
        Assert.NotNull(index.Find(new ContentKey(ContentKind.Text, kept)));
    }

    [Fact]
    public void A_raid_of_very_many_joins_is_counted_as_far_as_it_is_remembered()
    {
        var rule = new OneRule(new JoinRateFilter(), new JoinRateOptions { Count = 9_000, Within = TimeSpan.FromHours(1) });
        for (int i = 0; i < 30_000; i++)
            rule.History.Observe(Arrival(i));
        Assert.Single(rule.Judge(Arrival(30_000)).Hits);
    }

    [Fact]
    public void The_one_that_fills_the_count_takes_those_along_who_joined_before_and_later_ones_only_themselves()
    {
        var rule = new OneRule(new JoinRateFilter(), new JoinRateOptions { Count = 3, Within = TimeSpan.FromMinutes(1) });
        Assert.Empty(rule.Take(Arrival(1)).Hits);
        Assert.Empty(rule.Take(Arrival(2)).Hits);
        Assert.Equal([Arrival(1).Id, Arrival(2).Id], Assert.Single(rule.Take(Arrival(3)).Hits).RelatedMembers);
        Assert.Empty(Assert.Single(rule.Take(Arrival(4)).Hits).RelatedMembers);
        Assert.Equal("join-rate", rule.Judge(Arrival(5)).IncidentKey);
    }

    private static ContentPost Post(long at, ulong message) => new(at, new Snowflake(message), new Snowflake(1), new Snowflake(message), Standing: false, ByStaff: false, Handled: false);

    private static MemberArrival Arrival(int number)
    {
        ChatMessage at = OneRule.Message("x", number * 0.01);
        var member = new MessageAuthor { Id = new Snowflake(1_000 + (ulong)number), Username = $"member{number}", JoinedAt = at.At };
        return new MemberArrival { Id = member.Id, GuildId = at.GuildId, Author = member, HappenedAt = at.At };
    }
}
