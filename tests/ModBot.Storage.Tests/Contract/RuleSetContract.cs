using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Every version of a guild's rules is kept, each number once.</summary>
public abstract class RuleSetContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);

    [StoreFact]
    public async Task A_guild_without_changes_has_no_version()
    {
        Assert.Null(await Store.Rules.GetAsync(Sample.Guild, default));
        Assert.Empty(await Store.Rules.ListAsync(Sample.Guild, 10, default));
    }

    [StoreFact]
    public async Task The_newest_version_counts_and_the_older_ones_are_listed()
    {
        // The first change of a guild is version 2: version 1 is the default rule set, which is not stored.
        RuleSetRevision[] revisions = [.. Enumerable.Range(2, 4).Select(version => Revision(version))];
        foreach (RuleSetRevision revision in revisions)
            Assert.True(await Store.Rules.AddAsync(Sample.Guild, revision, default));
        await ReopenAsync();
        RuleSetRevision read = (await Store.Rules.GetAsync(Sample.Guild, default))!;
        Assert.Equal(revisions[^1] with { Rules = read.Rules }, read);
        Assert.Equal(Json.Write(revisions[^1].Rules), Json.Write(read.Rules));
        Assert.Equal(DefaultRuleSet.Create().Rules.Length, read.Rules.Rules.Length);
        Assert.Equal([5, 4], (await Store.Rules.ListAsync(Sample.Guild, 2, default)).Select(revision => revision.Rules.Version));
        Assert.Null(await Store.Rules.GetAsync(Sample.OtherGuild, default));
        Assert.Equal(3, (await Store.Rules.FindAsync(Sample.Guild, 3, default))!.Rules.Version);
        Assert.Null(await Store.Rules.FindAsync(Sample.Guild, 1, default));
        Assert.Null(await Store.Rules.FindAsync(Sample.OtherGuild, 3, default));
    }

    [StoreTheory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    [InlineData(2, false)]
    public async Task A_version_that_is_not_newer_is_refused(int version, bool added)
    {
        await Store.Rules.AddAsync(Sample.Guild, Revision(3, "first"), default);
        Assert.Equal(added, await Store.Rules.AddAsync(Sample.Guild, Revision(version, "second"), default));
        Assert.Equal(added ? "second" : "first", (await Store.Rules.GetAsync(Sample.Guild, default))!.Change);
        Assert.True(await Store.Rules.AddAsync(Sample.OtherGuild, Revision(version), default));
    }

    [StoreFact]
    public async Task Of_two_changes_at_once_one_has_to_be_repeated()
    {
        await using OpenStore other = Factory.Create();
        bool[] added = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Store : other).Rules.AddAsync(Sample.Guild, Revision(2, $"change {i}"), default))));
        Assert.Single(added, stored => stored);
        Assert.Single(await Store.Rules.ListAsync(Sample.Guild, 100, default));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_list_of_versions_is_bounded(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Rules.ListAsync(Sample.Guild, limit, default));

    private static RuleSetRevision Revision(int version, string change = "added 'o''clock'; --") =>
        new(DefaultRuleSet.Create() with { Version = version }, new Snowflake(ulong.MaxValue), "Grace", change, Sample.Noon);
}
