using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Dashboard;
using ModBot.Hosting;
using ModBot.Moderation;
using ModBot.Sandbox;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.EndToEnd.Tests.Sandbox;

/// <summary>A sandbox and the whole bot on it, over real sockets, with a store of their own.</summary>
internal sealed class LiveStage : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string folder;
    private readonly ConcurrentQueue<string> faults;
    private IHost host;

    private LiveStage(string folder, SandboxServer server, IHost host, ConcurrentQueue<string> faults)
    {
        this.faults = faults;
        this.folder = folder;
        Server = server;
        this.host = host;
    }

    public SandboxServer Server { get; }

    public SandboxWorld World => Server.World;

    /// <summary>The bot's own parts.</summary>
    public IServiceProvider Services => host.Services;

    public IModerationLog Log => host.Services.GetRequiredService<IModerationLog>();

    /// <param name="statePath">A sandbox that was used before; null for a new one.</param>
    public static async Task<LiveStage> StartAsync(string? statePath = null)
    {
        string folder = Directory.CreateTempSubdirectory("modbot-live-").FullName;
        var faults = new ConcurrentQueue<string>();
        SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), StatePath = statePath, Observe = exchange => Check(exchange, faults) });
        IHost host = await StartBotAsync(folder, server);
        return new LiveStage(folder, server, host, faults);
    }

    /// <summary>Ends the bot and starts another one on the same store and server.</summary>
    public async Task RestartBotAsync()
    {
        await host.StopAsync();
        host.Dispose();
        host = await StartBotAsync(folder, Server);
    }

    /// <summary>The moderation log's page, as the program starts it with the sandbox.</summary>
    public Task<DashboardServer> StartDashboardAsync()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:Urls", "http://127.0.0.1:0")]).Build();
        return DashboardServer.StartAsync(DashboardSettings.ForSandbox(configuration, Server, PathsIn(folder)), host.Services, CancellationToken.None);
    }

    /// <summary>Posts and waits until the bot has judged and acted.</summary>
    public async Task<Snowflake> PostAsync(string text, Snowflake? author = null, Snowflake? channel = null)
    {
        using ModerationFeed.Subscription handled = host.Services.GetRequiredService<ModerationFeed>().Subscribe();
        Snowflake id = World.PostMessage(channel ?? SandboxIds.General, author ?? SandboxIds.Zoe, text).Message.Id;
        await HandledAsync(handled, id);
        return id;
    }

    public async Task EditAsync(Snowflake message, Snowflake author, string text)
    {
        using ModerationFeed.Subscription handled = host.Services.GetRequiredService<ModerationFeed>().Subscribe();
        World.EditMessage(SandboxIds.General, message, author, text);
        await HandledAsync(handled, message);
    }

    public Task<SandboxReply> CommandAsync(Snowflake user, string command, params (string Name, object Value)[] options) =>
        World.RunCommandAsync(user, SandboxIds.General, command, options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)).WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        Assert.True(faults.IsEmpty, string.Join("\n", faults.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>Holds what the bot sends and what the sandbox answers against Discord's OpenAPI document, where one is named.</summary>
    private static void Check(SandboxExchange exchange, ConcurrentQueue<string> faults)
    {
        if (PingingMessage(exchange) is { } fault)
            faults.Enqueue(fault);
        if (OpenApiDocument.Shared is not { } document)
            return;
        string path = exchange.Path.StartsWith("/api/v10", StringComparison.Ordinal) ? exchange.Path["/api/v10".Length..] : exchange.Path;
        foreach (string wrong in document.RequestFaults(exchange.Method, path, exchange.Request))
            faults.Enqueue(wrong);
        try
        {
            document.Check(exchange.Method, path, exchange.Status, exchange.Answer);
        }
        catch (Xunit.Sdk.XunitException wrong)
        {
            faults.Enqueue(wrong.Message);
        }
    }

    /// <summary>Whatever the bot posts, answers or edits, it says that nobody is to be pinged.</summary>
    private static string? PingingMessage(SandboxExchange exchange)
    {
        if (exchange.Request is not JsonObject body)
            return null;
        JsonObject? message = exchange.Path.EndsWith("/callback", StringComparison.Ordinal)
            ? (int?)body["type"] is 4 or 7 ? body["data"] as JsonObject : null
            : body.ContainsKey("content") || body.ContainsKey("embeds") ? body : null;
        return message is null || message["allowed_mentions"]?["parse"] is JsonArray { Count: 0 } ? null : $"{exchange.Method} {exchange.Path} does not say whom it may ping: {body.ToJsonString()}";
    }

    private static ModBotPaths PathsIn(string folder) => new(Path.Combine(AppContext.BaseDirectory, "seeds"), folder);

    private static async Task<IHost> StartBotAsync(string folder, SandboxServer server)
    {
        ModBotPaths paths = PathsIn(folder);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Defaults:ReviewChannel", "review"), new("Logging:LogLevel:Default", "Error")]).Build();
        ISpamModel model = OfflineJudge.OpenShippedModel(TextWriter.Null, CancellationToken.None);
        IHost host = ModBotHost.Build(configuration, paths, DiscordSettings.ForSandbox(server.RestUrl, server.BotToken), RuleMode.Enforce, model);
        await host.StartAsync();
        await host.Services.GetRequiredService<ModerationFeed>().WaitForGuildAsync(SandboxIds.Guild, CancellationToken.None).WaitAsync(Patience);
        await server.World.WaitForAsync(world => world.CommandsOf(SandboxIds.Admin, SandboxIds.General).Contains("terms") ? world : null, Patience);
        return host;
    }

    private static async Task HandledAsync(ModerationFeed.Subscription handled, Snowflake message)
    {
        using var limit = new CancellationTokenSource(Patience);
        while ((await handled.Messages.ReadAsync(limit.Token)).MessageId != message)
        {
            // Another message of this test, handled earlier.
        }
    }
}
