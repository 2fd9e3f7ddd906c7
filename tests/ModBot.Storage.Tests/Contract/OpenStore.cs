using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>One process's view of a store, as the host registers it.</summary>
public sealed class OpenStore(ServiceProvider provider) : IAsyncDisposable
{
    public IStorage Storage => provider.GetRequiredService<IStorage>();

    public IModerationLog Log => provider.GetRequiredService<IModerationLog>();

    public IActionOutbox Outbox => provider.GetRequiredService<IActionOutbox>();

    public IRuleSetStore Rules => provider.GetRequiredService<IRuleSetStore>();

    public IGuildSettingsStore Settings => provider.GetRequiredService<IGuildSettingsStore>();

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
