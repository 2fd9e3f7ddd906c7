using Microsoft.Extensions.Hosting;
using ModBot.Storage.Tests.Contract;
using ModBot.Storage.Tests.Sqlite;

namespace ModBot.Storage.Tests;

/// <summary>What a started host does with the store on its own.</summary>
public sealed class HostedStorageTests() : StoreContract(new SqliteStoreFactory())
{
    [Fact]
    public async Task A_host_opens_the_store_before_its_services_start()
    {
        foreach (IHostedLifecycleService service in Store.Get<IEnumerable<IHostedService>>().OfType<IHostedLifecycleService>())
            await service.StartingAsync(default);
        Assert.True(File.Exists(((SqliteStoreFactory)Factory).FilePath));
    }

    [Fact]
    public async Task A_host_removes_at_start_what_has_expired()
    {
        DateTimeOffset now = Factory.Time.GetUtcNow();
        await Log.RecordAsync(Sample.Logged(1, at: now.AddDays(-7).AddMilliseconds(-1)), default);
        await Log.RecordAsync(Sample.Logged(2, at: now.AddDays(-7)), default);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        IHostedService[] services = [.. Store.Get<IEnumerable<IHostedService>>()];
        foreach (IHostedService service in services)
            await service.StartAsync(default);
        while (await Log.IsJudgedAsync(Sample.Key(1), limit.Token))
            await Task.Delay(5, limit.Token);
        Assert.True(await Log.IsJudgedAsync(Sample.Key(2), default));
        foreach (IHostedService service in services)
            await service.StopAsync(default);
    }
}
