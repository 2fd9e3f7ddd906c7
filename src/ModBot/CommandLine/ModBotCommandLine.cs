using System.CommandLine;
using ModBot.CommandLine.Rules;
using ModBot.Core.Platform;
using ModBot.Hosting;
using ModBot.Storage;

namespace ModBot.CommandLine;

/// <summary>The <c>modbot</c> command line.</summary>
internal static class ModBotCommandLine
{
    /// <summary>With ModBot's own parts alone.</summary>
    public static Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken) =>
        RunAsync(args, terminal, ModBotParts.BuiltIn, cancellationToken);

    public static async Task<int> RunAsync(string[] args, Terminal terminal, ModBotParts parts, CancellationToken cancellationToken)
    {
        RootCommand root = Build(terminal, parts);
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

    private static RootCommand Build(Terminal terminal, ModBotParts parts)
    {
        var root = new RootCommand("ModBot moderates a Discord server: each message is deleted, flagged or logged. Without a command it runs the bot.");
        root.Options.OfType<VersionOption>().First().Action = new VersionText(terminal, parts);
        RunCommand.AddTo(root, terminal, parts);
        root.Subcommands.Add(RunCommand.Create(terminal, parts));
        root.Subcommands.Add(ReplayCommand.Create(terminal, parts));
        root.Subcommands.Add(CheckCommand.Create(terminal, parts));
        root.Subcommands.Add(TrainCommand.Create(terminal, parts));
        root.Subcommands.Add(EvaluateCommand.Create(terminal, parts));
        root.Subcommands.Add(CompareModelsCommand.Create(terminal, parts));
        root.Subcommands.Add(ExplainCommand.Create(terminal, parts));
        root.Subcommands.Add(LogCommand.Create(terminal));
        root.Subcommands.Add(RulesCommand.Create(terminal));
        root.Subcommands.Add(DoctorCommand.Create(terminal, parts));
        root.Subcommands.Add(SandboxCommand.Create(terminal));
        return root;
    }
}
