using System.ComponentModel;
using System.Diagnostics;

namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>What the interop parts need on this machine; each is looked for once. Null where it is there, else the reason to skip.</summary>
internal static class Prerequisites
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Lazy<string?> Node = new(FindNode);
    private static readonly Lazy<string?> DiscordPy = new(FindDiscordPy);

    public static string? MissingForNode => Node.Value;

    public static string? MissingForDiscordPy => DiscordPy.Value;

    private static string? FindNode()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return "tests/interop/run is a script for bash";
        foreach (string tool in (ReadOnlySpan<string>)["bash", "timeout", "node", "npm"])
        {
            if (!Answers(tool, "--version"))
                return $"{tool} is not installed";
        }

        return Answers("npm", "ping", "--loglevel=error") ? null : "the npm registry does not answer";
    }

    private static string? FindDiscordPy() =>
        Answers("/usr/bin/python3", "-c", "import discord") || Answers("python3", "-c", "import discord") ? null : "Debian's python3-discord is not installed";

    private static bool Answers(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(Patience))
                return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
