using ModBot.CommandLine;
using ModBot.Hosting;

namespace ModBot;

/// <summary>The <c>modbot</c> command line as a whole, for programs that bring other parts.</summary>
public static class ModBotProgram
{
    /// <summary>Runs the command line on this process's standard streams.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="parts">What to choose from.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args, ModBotParts parts) =>
        ModBotCommandLine.RunAsync(args, Terminal.OfProcess(), parts, CancellationToken.None);
}
