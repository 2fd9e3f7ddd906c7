namespace ModBot.Storage.Tests.Contract;

/// <summary>Makes stores of one engine. All stores of one factory share one database, empty at first, removed at the end.</summary>
public abstract class StoreFactory : IAsyncDisposable
{
    /// <summary>The clock of every store.</summary>
    public ManualTime Time { get; } = new();

    public XorProtector Protector { get; } = new();

    /// <summary>Another process's store on the same database; not yet opened.</summary>
    /// <param name="recentPerGuild">How many log verdicts a guild keeps; 100 at least.</param>
    public abstract OpenStore Create(int recentPerGuild = 100_000);

    public abstract ValueTask DisposeAsync();
}
