using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModBot.Core.Ports;

namespace ModBot.Discord.Tests.Support;

/// <summary>A client against a scripted server, registered as a host registers it.</summary>
internal sealed class RunningClient : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();

    private RunningClient(ServiceProvider services, EventLog events, LogLines lines)
    {
        _services = services;
        Events = events;
        Lines = lines;
    }

    public EventLog Events { get; }

    public LogLines Lines { get; }

    public Task Run { get; private set; } = Task.CompletedTask;

    public IModerationPlatform Platform => Get<IModerationPlatform>();

    public static RunningClient Make(ScriptedDiscord server, Func<DiscordOptions, DiscordOptions>? change = null, TimeProvider? time = null, FakeProgress? progress = null)
    {
        var options = new DiscordOptions { Token = ScriptedDiscord.Token, RestUrl = server.RestUrl, StartAttempts = 3 };
        var lines = new LogLines();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<Random>(new SteadyRandom(0.1));
        if (progress is not null)
            services.AddSingleton<IShardProgressStore>(progress);
        services.AddDiscordClient(change?.Invoke(options) ?? options);
        return new RunningClient(services.BuildServiceProvider(), new EventLog(), lines);
    }

    public static RunningClient Start(ScriptedDiscord server, Func<DiscordOptions, DiscordOptions>? change = null, TimeProvider? time = null, FakeProgress? progress = null)
    {
        RunningClient client = Make(server, change, time, progress);
        client.Begin();
        return client;
    }

    public void Begin() => Run = Get<IPlatformConnection>().RunAsync(Events, _stop.Token);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Ends the run as the host does.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Run.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await Run.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (Exception) when (Run.IsFaulted)
        {
            // The test has looked at it.
        }

        await _services.DisposeAsync();
        _stop.Dispose();
    }
}
