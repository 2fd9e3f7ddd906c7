using System.Text;
using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Storage.Sqlite;
using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.Sqlite;

/// <summary>A fault during work stores nothing by halves and spoils nothing else.</summary>
public sealed class SqliteFaultTests() : StoreContract(new SqliteStoreFactory())
{
    private string FilePath => ((SqliteStoreFactory)Factory).FilePath;

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_is_half_stored()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        // As many pages as there are: the next large piece of evidence does not fit any more.
        await ExecuteAsync("PRAGMA max_page_count = 1;");
        Task<RecordedJudgement>[] tries =
            [.. Enumerable.Range(2, 20).Select(i => Log.RecordAsync(Sample.Deleted((ulong)i) with { Content = new string('x', 100_000) }, default))];
        foreach (Task<RecordedJudgement> recording in tries)
            Assert.Equal(StorageFault.Full, (await Assert.ThrowsAsync<StorageException>(() => recording)).Fault);
        Assert.False(await Log.IsJudgedAsync(Sample.Key(2), default));
        Assert.Equal(3, (await Log.ListPendingActionsAsync(100, default)).Count);
        Assert.Equal(1, (await Log.CountAsync(Sample.Guild, default))[Disposition.Delete]);

        await ExecuteAsync("PRAGMA max_page_count = 100000;");
        Assert.Equal(2, (await Log.RecordAsync(Sample.Deleted(2), default)).Case!.Number);
    }

    [Fact]
    public async Task One_refused_write_does_not_spoil_those_that_shared_its_transaction()
    {
        Judgement refused = Sample.Deleted(1_000);
        refused = refused with { Verdict = refused.Verdict with { Disposition = (Disposition)9 } };
        using var held = new ManualResetEventSlim();
        Task<bool> holding = await HoldWriterAsync(held);
        Task<RecordedJudgement>[] good = [.. Enumerable.Range(1, 50).Select(i => Log.RecordAsync(Sample.Deleted((ulong)i), default))];
        Task<RecordedJudgement> bad = Log.RecordAsync(refused, default);
        Task<RecordedJudgement>[] more = [.. Enumerable.Range(51, 50).Select(i => Log.RecordAsync(Sample.Deleted((ulong)i), default))];
        held.Set();
        Assert.True(await holding);
        Assert.Equal(StorageFault.Rejected, (await Assert.ThrowsAsync<StorageException>(() => bad)).Fault);
        RecordedJudgement[] recorded = [.. await Task.WhenAll(good), .. await Task.WhenAll(more)];
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), recorded.Select(judgement => judgement.Case!.Number).Order());
        Assert.Equal(100, (await Log.CountAsync(Sample.Guild, default))[Disposition.Delete]);
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_not_stored()
    {
        using var held = new ManualResetEventSlim();
        using var cancelling = new CancellationTokenSource();
        Task<bool> holding = await HoldWriterAsync(held);
        Task<RecordedJudgement> cancelled = Log.RecordAsync(Sample.Deleted(1), cancelling.Token);
        Task<RecordedJudgement> kept = Log.RecordAsync(Sample.Deleted(2), default);
        await cancelling.CancelAsync();
        held.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(1, (await kept).Case!.Number);
        Assert.True(await holding);
    }

    [Fact]
    public async Task A_write_that_throws_undoes_all_it_did()
    {
        var database = Store.Get<SqliteDatabase>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            session =>
            {
                session.Judgements.RecordLog(Sample.Logged(1));
                throw new InvalidOperationException("broken");
            },
            default));
        Assert.False(await Log.IsJudgedAsync(Sample.Key(1), default));
        Assert.True((await Log.RecordAsync(Sample.Logged(1), default)).IsNew);
        Assert.Equal(1, await Log.CountJudgedAsync(Sample.Guild, Sample.Author, default));
    }

    [Fact]
    public async Task A_review_is_never_changed()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Upheld), default);
        StorageException exception = await Assert.ThrowsAsync<StorageException>(() => ExecuteAsync("UPDATE reviews SET decision = 2;"));
        Assert.Equal(StorageFault.Rejected, exception.Fault);
    }

    [Fact]
    public async Task No_message_content_is_stored_in_the_clear()
    {
        const string Secret = "correct horse battery staple";
        await Log.RecordAsync(Sample.Deleted(1, incident: Secret) with { Content = Secret }, default);
        await Store.DisposeAsync();
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(FilePath)));
    }

    [Fact]
    public async Task Erased_evidence_leaves_no_bytes_behind()
    {
        const string Secret = "correct horse battery staple";
        string stored = Encoding.Latin1.GetString(Factory.Protector.Protect(Encoding.UTF8.GetBytes(Secret)));
        await Log.RecordAsync(Sample.Deleted(1) with { Content = string.Concat(Enumerable.Repeat(Secret, 1_000)) }, default);
        Assert.Equal((0, 1), await Log.PruneAsync(Sample.Noon, Sample.Noon.AddDays(31), default));
        await Store.DisposeAsync();
        Assert.DoesNotContain(stored, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(FilePath)));
    }

    [Fact]
    public async Task Counters_stand_by_day_disposition_and_category()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Deleted(2), default);
        await Log.RecordAsync(Sample.Logged(3, at: Sample.Noon.AddDays(1)), default);
        await Log.PruneAsync(Sample.Noon, Sample.Noon, default);
        IReadOnlyList<string> counts = await Store.Get<SqliteDatabase>().ReadAsync<IReadOnlyList<string>>(
            session => [.. session.Connection.Query<string>("SELECT format('%d %d %s %d', day, disposition, category, messages) FROM judgement_counts ORDER BY day, category")],
            default);
        Assert.Equal(["20513 2  2", "20513 2 other 2", "20513 2 spam 2", "20514 0  1"], counts);
    }

    [Fact]
    public async Task A_rule_set_that_cannot_be_read_is_named()
    {
        await Store.Rules.AddAsync(Sample.Guild, new RuleSetRevision(new RuleSet(2, []), Sample.Author, "Ada", "", Sample.Noon), default);
        await ExecuteAsync("UPDATE rule_sets SET rules = 'garbage';");
        StorageException exception = await Assert.ThrowsAsync<StorageException>(() => Store.Rules.GetAsync(Sample.Guild, default));
        Assert.Equal(StorageFault.Unreadable, exception.Fault);
        Assert.Contains($"Version 2 of guild {Sample.Guild}'s rules", exception.Message);
    }

    private Task<int> ExecuteAsync(string sql) => Store.Get<SqliteDatabase>().WriteAsync(session => session.Connection.Execute(sql), default);

    /// <summary>Keeps the writer busy, so that what is written next waits and then shares one group.</summary>
    private async Task<Task<bool>> HoldWriterAsync(ManualResetEventSlim held)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<bool> holding = Store.Get<SqliteDatabase>().WriteAsync(
            _ =>
            {
                running.SetResult();
                return held.Wait(TimeSpan.FromSeconds(30));
            },
            default);
        await running.Task;
        return holding;
    }
}
