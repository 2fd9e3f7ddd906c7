using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModBot.Configuration;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Spam;
using ModBot.Dashboard;
using ModBot.Discord;
using ModBot.Hosting;
using ModBot.Models;
using ModBot.Sandbox;
using ModBot.Seeding;

namespace ModBot.CommandLine;

/// <summary><c>modbot [run]</c>: the bot. Without a token it brings its own server, the sandbox, and plays the seed there.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var command = new Command("run", "Run the bot (the default). Without a token: on the embedded sandbox, with the seed replayed.");
        AddTo(command, terminal, parts);
        return command;
    }

    /// <summary>Gives a command the run options and action; the root command has them too.</summary>
    public static void AddTo(Command command, Terminal terminal, ModBotParts parts)
    {
        var once = new Option<bool>("--once") { Description = "Sandbox only: exit after the replay." };
        var urls = new Option<string>("--urls") { Description = "Sandbox only: the loopback address of its server and page; the next free port is taken.", DefaultValueFactory = _ => SandboxCommand.DefaultUrl };
        command.Options.Add(once);
        command.Options.Add(urls);
        command.SetAction((result, cancellationToken) => RunAsync(terminal, parts, result.GetValue(once), result.GetValue(urls)!, cancellationToken));
    }

    private static async Task<int> RunAsync(Terminal terminal, ModBotParts parts, bool once, string urls, CancellationToken cancellationToken)
    {
        IConfigurationRoot configuration = ModBotConfiguration.Load();
        ModBotPaths paths = ModBotPaths.From(configuration);
        string? token = configuration["Discord:Token"];
        if (!string.IsNullOrWhiteSpace(token))
        {
            if (once)
                throw new UsageException("--once replays the seed in the sandbox; it does not go with Discord:Token.");
            return await RunOnDiscordAsync(terminal, parts, configuration, paths, token, cancellationToken);
        }

        if (!string.IsNullOrWhiteSpace(configuration["Discord:RestUrl"]))
            throw new UsageException("Discord:RestUrl is set but Discord:Token is not. Set the environment variable Discord__Token, or unset Discord__RestUrl to use the sandbox.");
        return await RunInSandboxAsync(terminal, parts, configuration, paths, urls, once, cancellationToken);
    }

    private static async Task<int> RunOnDiscordAsync(Terminal terminal, ModBotParts parts, IConfiguration configuration, ModBotPaths paths, string token, CancellationToken cancellationToken)
    {
        DiscordOptions discord = DiscordSettings.From(configuration, token);
        DashboardOptions? dashboard = DashboardSettings.From(configuration, discord, paths);
        ISpamModel model = OpenModel(terminal, parts.Trainer(configuration), paths, cancellationToken);
        using IHost host = ModBotHost.Build(configuration, paths, discord, RuleMode.Shadow, model, client: parts.Client(configuration), trainer: parts.Trainer(configuration));
        await host.StartAsync(cancellationToken);
        await using DashboardServer? page = dashboard is null ? null : await StartDashboardAsync(terminal, dashboard, host, cancellationToken);
        return await UntilStoppedAsync(host, cancellationToken);
    }

    private static async Task<int> RunInSandboxAsync(Terminal terminal, ModBotParts parts, IConfiguration configuration, ModBotPaths paths, string urls, bool once, CancellationToken cancellationToken)
    {
        ISpamModel model = OpenModel(terminal, parts.Trainer(configuration), paths, cancellationToken);
        await using SandboxServer sandbox = await SandboxCommand.StartAsync(urls, paths, cancellationToken);
        await terminal.Error.WriteLineAsync($"The sandbox, a Discord-compatible server, is at {sandbox.Address}");
        DiscordOptions discord = DiscordSettings.ForSandbox(sandbox.RestUrl, sandbox.BotToken);
        DashboardOptions dashboard = DashboardSettings.ForSandbox(configuration, sandbox, paths);
        using IHost host = ModBotHost.Build(configuration, paths, discord, RuleMode.Enforce, model, client: parts.Client(configuration), trainer: parts.Trainer(configuration));
        await host.StartAsync(cancellationToken);
        var worker = host.Services.GetRequiredService<BotWorker>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<IReadOnlyList<VerdictRow>> replay = ActivatorUtilities.CreateInstance<SeedReplay>(host.Services, sandbox.World, new SeedLibrary(paths.Seeds), terminal.Error).RunAsync(stop.Token);
        if (await Task.WhenAny(replay, worker.Failure) != replay)
        {
            await stop.CancelAsync();
            throw await worker.Failure;
        }

        await using (StreamWriter output = terminal.OpenText())
            VerdictTable.Write(output, await replay);
        if (!once)
        {
            await using DashboardServer page = await StartDashboardAsync(terminal, dashboard, host, cancellationToken);
            await terminal.Error.WriteLineAsync($"Open {sandbox.Address} to post, to use slash commands and to review. Ctrl+C ends it.");
            return await UntilStoppedAsync(host, cancellationToken);
        }

        await host.StopAsync(CancellationToken.None);
        return ExitCodes.Success;
    }

    private static async Task<int> UntilStoppedAsync(IHost host, CancellationToken cancellationToken)
    {
        var worker = host.Services.GetRequiredService<BotWorker>();
        Task stopped = Task.Delay(Timeout.Infinite, cancellationToken);
        Task first = await Task.WhenAny(worker.Failure, stopped);
        await host.StopAsync(CancellationToken.None);
        if (first == worker.Failure)
            throw await worker.Failure;
        return ExitCodes.Success;
    }

    private static async Task<DashboardServer> StartDashboardAsync(Terminal terminal, DashboardOptions options, IHost host, CancellationToken cancellationToken)
    {
        try
        {
            DashboardServer page = await DashboardServer.StartAsync(options, host.Services, cancellationToken);
            await terminal.Error.WriteLineAsync($"The moderation log is at {page.Address}");
            return page;
        }
        catch (DashboardAddressException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
    }

    private static ISpamModel OpenModel(Terminal terminal, TrainerPart trainer, ModBotPaths paths, CancellationToken cancellationToken) =>
        new ModelLibrary(paths.Models, new SeedLibrary(paths.Seeds), trainer.Create([]), terminal.Error).Open(cancellationToken);
}
