using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What every part of the contract starts from: an empty database and one store on it.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private readonly StoreFactory factory;

    protected StoreContract(StoreFactory factory)
    {
        this.factory = factory;
        Store = factory.Create();
    }

    protected StoreFactory Factory => factory;

    protected OpenStore Store { get; private set; }

    protected IModerationLog Log => Store.Log;

    // Not opened here: stores open on first use, and the opening contract wants the database not yet made.
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await factory.DisposeAsync();
    }

    /// <summary>Ends the process and starts it again.</summary>
    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = factory.Create();
    }
}
