using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What stores rest on: writes are whole or not at all, reads can see one state.</summary>
public abstract class DatabaseContract(StoreFactory factory) : StoreContract(factory)
{
    private IDatabase Database => Store.Get<IDatabase>();

    [StoreFact]
    public async Task One_refused_write_does_not_spoil_those_that_shared_its_transaction()
    {
        Judgement refused = Sample.Deleted(1_000);
        refused = refused with { Verdict = refused.Verdict with { Disposition = (Disposition)9 } };
        Task<RecordedJudgement>[] good = [.. Enumerable.Range(1, 50).Select(i => Log.RecordAsync(Sample.Deleted((ulong)i), default))];
        Task<RecordedJudgement> bad = Log.RecordAsync(refused, default);
        Task<RecordedJudgement>[] more = [.. Enumerable.Range(51, 50).Select(i => Log.RecordAsync(Sample.Deleted((ulong)i), default))];
        Assert.Equal(StorageFault.Rejected, (await Assert.ThrowsAsync<StorageException>(() => bad)).Fault);
        RecordedJudgement[] recorded = [.. await Task.WhenAll(good), .. await Task.WhenAll(more)];
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), recorded.Select(judgement => judgement.Case!.Number).Order());
        Assert.Equal(100, (await Log.CountAsync(Sample.Guild, default))[Disposition.Delete]);
    }

    [StoreFact]
    public async Task A_write_that_throws_undoes_all_it_did()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync<int>(
            session =>
            {
                session.Connection.Execute("INSERT INTO guild_settings (guild_id, settings) VALUES (1, 'garbage')");
                throw new InvalidOperationException("broken");
            },
            default));
        Assert.Equal(0, await Database.ReadAsync(Count, default));
    }

    [StoreFact]
    public async Task A_review_is_never_changed()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Upheld), default);
        StorageException exception = await Assert.ThrowsAsync<StorageException>(() => ExecuteAsync("UPDATE reviews SET decision = 2;"));
        Assert.Equal(StorageFault.Rejected, exception.Fault);
    }

    [StoreFact]
    public async Task Counters_stand_by_day_disposition_and_category()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Deleted(2), default);
        await Log.RecordAsync(Sample.Logged(3, at: Sample.Noon.AddDays(1)), default);
        await Log.PruneAsync(Sample.Noon, Sample.Noon, default);
        IEnumerable<(long, long, string, long)> counts = await Database.ReadAsync(
            session => session.Connection.Query<(long, long, string, long)>("SELECT day, disposition, category, messages FROM judgement_counts ORDER BY day, category"), default);
        Assert.Equal([(20513, 2, "", 2), (20513, 2, "other", 2), (20513, 2, "spam", 2), (20514, 0, "", 1)], counts);
    }

    [StoreFact]
    public async Task A_rule_set_that_cannot_be_read_is_named()
    {
        await Store.Rules.AddAsync(Sample.Guild, new RuleSetRevision(new RuleSet(2, []), Sample.Author, "Ada", "", Sample.Noon), default);
        await ExecuteAsync("UPDATE rule_sets SET rules = 'garbage';");
        StorageException exception = await Assert.ThrowsAsync<StorageException>(() => Store.Rules.GetAsync(Sample.Guild, default));
        Assert.Equal(StorageFault.Unreadable, exception.Fault);
        Assert.Contains($"Version 2 of guild {Sample.Guild}'s rules", exception.Message);
    }

    [StoreFact]
    public async Task Writes_that_decide_by_what_they_read_wait_for_each_other()
    {
        await using OpenStore other = Factory.Create();
        await Database.WriteAsync(session => session.Connection.Execute("INSERT INTO guild_settings (guild_id, settings) VALUES (1, '0')"), default);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? Database : other.Get<IDatabase>()).WriteAsync(
            session =>
            {
                session.Serialize("test", 1);
                int count = int.Parse(session.Connection.QuerySingle<string>("SELECT settings FROM guild_settings WHERE guild_id = 1"), null) + 1;
                return session.Connection.Execute("UPDATE guild_settings SET settings = @Count WHERE guild_id = 1", new { Count = $"{count}" });
            },
            default))));
        Assert.Equal("40", await Database.ReadAsync(session => session.Connection.QuerySingle<string>("SELECT settings FROM guild_settings WHERE guild_id = 1"), default));
    }

    [StoreFact]
    public async Task A_snapshot_does_not_see_what_is_stored_meanwhile()
    {
        await using OpenStore other = Factory.Create();
        await Store.Settings.SaveAsync(Sample.Guild, new GuildSettings(), default);
        (int first, int second) = await Database.ReadAsync(
            session => session.Snapshot(() =>
            {
                int before = Count(session);
                other.Settings.SaveAsync(Sample.OtherGuild, new GuildSettings(), default).GetAwaiter().GetResult();
                return (before, Count(session));
            }),
            default);
        Assert.Equal((1, 1), (first, second));
        Assert.Equal(2, await Database.ReadAsync(Count, default));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public async Task A_list_finds_what_is_in_it(int length)
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        long[] list = [.. Enumerable.Range(1, length).Select(number => (long)number)];
        int found = await Database.ReadAsync(session => session.Connection.Query<long>($"SELECT number FROM cases WHERE number {session.Among("List")}", new { List = list }).Count(), default);
        Assert.Equal(Math.Min(length, 1), found);
    }

    private static int Count(ReadingSession session) => session.Connection.ExecuteScalar<int>("SELECT CAST(count(*) AS int) FROM guild_settings");

    private Task<int> ExecuteAsync(string sql) => Database.WriteAsync(session => session.Connection.Execute(sql), default);
}
