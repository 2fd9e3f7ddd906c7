using System.CommandLine;
using ModBot.Configuration;
using ModBot.Sandbox;

namespace ModBot.CommandLine;

/// <summary><c>modbot sandbox</c>: the Discord-compatible server on its own, for any bot to connect to.</summary>
internal static class SandboxCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create(Terminal terminal)
    {
        var urls = new Option<string>("--urls") { Description = "The loopback address; the next free port is taken.", DefaultValueFactory = _ => DefaultUrl };
        var command = new Command("sandbox", "Run only the Discord-compatible server with its chat page, for any bot to connect to.") { urls };
        command.SetAction((result, cancellationToken) => RunAsync(terminal, result.GetValue(urls)!, cancellationToken));
        return command;
    }

    /// <exception cref="UsageException">The address is not a loopback one or cannot be used, or the state cannot be read.</exception>
    public static async Task<SandboxServer> StartAsync(string urls, ModBotPaths paths, CancellationToken cancellationToken)
    {
        try
        {
            return await SandboxServer.StartAsync(new SandboxOptions { Url = AddressOf(urls), StatePath = paths.SandboxState }, cancellationToken);
        }
        catch (Exception fault) when (fault is SandboxAddressException or IOException or SandboxStateException)
        {
            throw new UsageException(fault.Message, fault);
        }
    }

    private static Uri AddressOf(string urls) => Uri.TryCreate(urls, UriKind.Absolute, out Uri? address)
        ? address
        : throw new UsageException($"--urls is '{urls}'; it must be one address such as {DefaultUrl}.");

    private static async Task<int> RunAsync(Terminal terminal, string urls, CancellationToken cancellationToken)
    {
        await using SandboxServer sandbox = await StartAsync(urls, ModBotPaths.From(ModBotConfiguration.Load()), cancellationToken);
        await using (StreamWriter output = terminal.OpenText())
        {
            await output.WriteLineAsync($"page     {sandbox.Address}");
            await output.WriteLineAsync($"RestUrl  {sandbox.RestUrl}");
            await output.WriteLineAsync($"token    {sandbox.BotToken}");
        }

        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it ends.
        }

        return ExitCodes.Success;
    }
}
