using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Tests.Filters;

namespace ModBot.Core.Tests.Occurrences;

public sealed class RevisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly MessageAuthor Member = new() { Id = new Snowflake(3), Username = "someone", JoinedAt = Noon };

    public static TheoryData<Occurrence> All => new(
        new MemberArrival { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon },
        new MemberDeparture { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon },
        new MemberRename { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon },
        new RoleChange { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, RoleId = new Snowflake(ulong.MaxValue), Added = true },
        new RoleChange { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, RoleId = new Snowflake(ulong.MaxValue), Added = false },
        new ThreadOccurrence { Id = new Snowflake(9), GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, What = OccurrenceKinds.ThreadCreated, Name = "talk" },
        new ThreadOccurrence { Id = new Snowflake(9), GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, What = OccurrenceKinds.ThreadRenamed, Name = "talk" },
        new ThreadOccurrence { Id = new Snowflake(9), GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, What = OccurrenceKinds.ThreadArchived },
        new ThreadOccurrence { Id = new Snowflake(9), GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, What = OccurrenceKinds.ThreadUnarchived },
        new ThreadOccurrence { Id = new Snowflake(9), GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, What = OccurrenceKinds.ThreadDeleted },
        new AutoModExecution { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, RuleId = new Snowflake(ulong.MaxValue), MessageId = new Snowflake(ulong.MaxValue) },
        new ModeratorDeed { Id = new Snowflake(77), GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, Action = ModeratorAction.TimeoutLifted },
        new ModeratorDeed { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, Action = ModeratorAction.TimeoutLifted },
        new CounterCrossing { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, Counter = "heat", From = 1, To = 2 },
        new RaidLevelChange { Id = new Snowflake(1), GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon, From = 0, To = 2 },
        OneRule.Message("hello"));

    [Theory]
    [MemberData(nameof(All))]
    public void A_revision_says_what_was_judged_and_is_the_same_for_a_redelivery(Occurrence occurrence)
    {
        MessageKey key = MessageKey.Of(occurrence);
        Assert.Equal(occurrence.Kind, key.Kind);
        Assert.Equal(key, MessageKey.Of(occurrence with { }));
        Assert.InRange(key.Revision.Length, 1, Revisions.Longest);
        Assert.Equal(occurrence is not ChatMessage, occurrence.Describe().Length > 0);
    }

    [Fact]
    public void A_name_that_was_only_seen_is_judged_once_and_one_that_was_changed_back_to_again()
    {
        var seen = new MemberRename { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon };
        Assert.Equal(seen.ComputeRevision(), (seen with { HappenedAt = Noon.AddDays(1) }).ComputeRevision());
        MemberRename changed = seen with { Before = Member with { Nickname = "x" } };
        Assert.NotEqual(changed.ComputeRevision(), (changed with { HappenedAt = Noon.AddDays(1) }).ComputeRevision());
        Assert.NotEqual(seen.ComputeRevision(), (seen with { Author = Member with { Nickname = "" } }).ComputeRevision());
    }
}
