using System.Text;
using Dapper;
using ModBot.Core.Cases;
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
        Assert.Equal(3, (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions.Count);
        Assert.Null(await Log.GetCaseAsync(Sample.Guild, 2, default));
        Assert.Equal(1, (await Log.CountAsync(Sample.Guild, default))[Disposition.Delete]);

        await ExecuteAsync("PRAGMA max_page_count = 100000;");
        Assert.Equal(2, (await Log.RecordAsync(Sample.Deleted(2), default)).Case!.Number);
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
