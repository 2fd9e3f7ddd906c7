using System.CommandLine;
using ModBot.Core.Platform;
using ModBot.Storage;

namespace ModBot.CommandLine;

/// <summary>The <c>modbot</c> command line.</summary>
internal static class ModBotCommandLine
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        RootCommand root = Build(terminal);
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Error = terminal.Error }, cancellationToken);
        }
        catch (Exception fault) when (fault is UsageException or PlatformFatalException or StorageException or TimeoutException)
        {
            await terminal.Error.WriteLineAsync($"modbot: {fault.Message}");
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Failure;
        }
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("ModBot moderates a Discord server: each message is deleted, flagged or logged. Without a command it runs the bot.");
        RunCommand.AddTo(root, terminal);
        root.Subcommands.Add(RunCommand.Create(terminal));
        root.Subcommands.Add(ReplayCommand.Create(terminal));
        root.Subcommands.Add(CheckCommand.Create(terminal));
        root.Subcommands.Add(TrainCommand.Create(terminal));
        root.Subcommands.Add(EvaluateCommand.Create(terminal));
        root.Subcommands.Add(ExplainCommand.Create(terminal));
        root.Subcommands.Add(LogCommand.Create(terminal));
        root.Subcommands.Add(SandboxCommand.Create(terminal));
        return root;
    }
}
