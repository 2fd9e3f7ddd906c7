using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Makes stores of one engine. All stores of one factory share one database, empty at first, removed at the end.</summary>
public abstract class StoreFactory : IAsyncDisposable
{
    /// <summary>The clock of every store.</summary>
    public ManualTime Time { get; } = new();

    public XorProtector Protector { get; } = new();

    /// <summary>Where the database is.</summary>
    protected abstract StorageOptions Options { get; }

    /// <summary>Another process's store on the same database; not yet opened.</summary>
    /// <param name="recentPerGuild">How many log verdicts a guild keeps; 100 at least.</param>
    public OpenStore Create(int recentPerGuild = 100_000) => Open(Options with { RecentPerGuild = recentPerGuild });

    /// <summary>A store of other options with this factory's clock and protector.</summary>
    public OpenStore Open(StorageOptions options) => new(new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton<IEvidenceProtector>(Protector)
        .AddSingleton<ISearchKeys, FixedSearchKeys>()
        .AddModBotStorage(options)
        .BuildServiceProvider());

    public abstract ValueTask DisposeAsync();
}
