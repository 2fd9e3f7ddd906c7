using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What is not to be kept goes; cases and counters stay.</summary>
public abstract class RetentionContract(StoreFactory factory) : StoreContract(factory)
{
    [StoreFact]
    public async Task Old_log_verdicts_are_forgotten_and_their_counters_stay()
    {
        await Log.RecordAsync(Sample.Logged(1, at: Sample.Noon.AddMilliseconds(-1)), default);
        await Log.RecordAsync(Sample.Logged(2, at: Sample.Noon), default);
        await Log.RecordAsync(Sample.Deleted(3, at: Sample.Noon.AddDays(-9)), default);
        Assert.Equal((1, 0), await Log.PruneAsync(Sample.Noon, Sample.Noon, default));
        Assert.False(await Log.IsJudgedAsync(Sample.Key(1), default));
        Assert.True(await Log.IsJudgedAsync(Sample.Key(2), default));
        Assert.Equal(1, (await Log.FindJudgementAsync(Sample.Guild, new Snowflake(3), default))!.CaseNumber);
        Assert.Equal(2, (await Log.CountAsync(Sample.Guild, default))[Disposition.Log]);
        Assert.Equal(3, await Log.CountJudgedAsync(Sample.Guild, Sample.Author, default));
        Assert.Equal((0, 0), await Log.PruneAsync(Sample.Noon, Sample.Noon, default));
    }

    [StoreFact]
    public async Task Many_old_entries_go_in_one_pruning()
    {
        await Task.WhenAll(Enumerable.Range(0, 1_700).Select(i => Log.RecordAsync(Sample.Logged((ulong)i, i % 2 == 0 ? Sample.Guild : Sample.OtherGuild), default)));
        Assert.Equal((1_700, 0), await Log.PruneAsync(Sample.Noon.AddDays(1), Sample.Noon, default));
    }

    [StoreFact]
    public async Task A_guild_keeps_only_so_many_log_verdicts_the_oldest_messages_go()
    {
        await using OpenStore small = Factory.Create(recentPerGuild: 100);
        await Task.WhenAll(Enumerable.Range(1, 250).Select(i => small.Log.RecordAsync(Sample.Logged((ulong)i), default)));
        await Task.WhenAll(Enumerable.Range(1, 100).Select(i => small.Log.RecordAsync(Sample.Logged((ulong)i, Sample.OtherGuild), default)));
        await small.Log.RecordAsync(Sample.Deleted(0), default);
        Assert.Equal((150, 0), await small.Log.PruneAsync(Sample.Noon, Sample.Noon, default));
        Assert.False(await small.Log.IsJudgedAsync(Sample.Key(150), default));
        Assert.True(await small.Log.IsJudgedAsync(Sample.Key(151), default));
        Assert.True(await small.Log.IsJudgedAsync(Sample.Key(1, Sample.OtherGuild), default));
        Assert.True(await small.Log.IsJudgedAsync(Sample.Key(0), default));
        Assert.Equal((0, 0), await small.Log.PruneAsync(Sample.Noon, Sample.Noon, default));
        await small.Log.RecordAsync(Sample.Logged(300), default);
        Assert.Equal((1, 0), await small.Log.PruneAsync(Sample.Noon, Sample.Noon, default));
    }

    [StoreFact]
    public async Task Evidence_expires_even_before_it_is_erased_and_the_case_stays()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        Factory.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        Assert.NotNull((await Log.GetCaseAsync(Sample.Guild, 1, default))!.Evidence);
        Assert.Equal((0, 0), await Log.PruneAsync(Sample.Noon, Factory.Time.GetUtcNow(), default));
        Factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null((await Log.GetCaseAsync(Sample.Guild, 1, default))!.Evidence);
        Assert.Equal((0, 1), await Log.PruneAsync(Sample.Noon, Factory.Time.GetUtcNow(), default));
        Assert.Equal((0, 0), await Log.PruneAsync(Sample.Noon, Factory.Time.GetUtcNow(), default));
        ModerationCase? read = await Log.GetCaseAsync(Sample.Guild, 1, default);
        Assert.Null(read!.Evidence);
        Assert.Equal("spam", read.Rule);
    }

    [StoreFact]
    public async Task Evidence_of_a_lost_key_is_null_and_the_case_stays()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        Factory.Protector.KeyIsLost = true;
        Assert.Null((await Log.GetCaseAsync(Sample.Guild, 1, default))!.Evidence);
        Assert.Single(await Log.ListCasesAsync(new CaseQuery { GuildId = Sample.Guild }, default));
    }
}
