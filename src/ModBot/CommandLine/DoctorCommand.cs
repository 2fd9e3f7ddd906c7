using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ModBot.Configuration;
using ModBot.Diagnosis;
using ModBot.Hosting;

namespace ModBot.CommandLine;

/// <summary><c>modbot doctor</c>: what would keep the bot from its work, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var format = new Option<string>("--format") { Description = "Output format: text or json (one line a finding).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("doctor", "Check settings, store, model and the bot's standing with Discord. Exit code 1 on a fault.") { format };
        command.SetAction(async (result, cancellationToken) =>
        {
            IConfigurationRoot configuration = ModBotConfiguration.Load();
            IReadOnlyList<Finding> findings = await new Doctor(configuration, parts, TimeProvider.System).ExamineAsync(cancellationToken);
            await using StreamWriter output = terminal.OpenText();
            Write(output, findings, string.Equals(result.GetValue(format), "json", StringComparison.Ordinal));
            return findings.Any(finding => finding.Level == FindingLevel.Fault) ? ExitCodes.Failure : ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Prints findings for people, or as JSON Lines.</summary>
    internal static void Write(TextWriter output, IReadOnlyList<Finding> findings, bool json)
    {
        foreach (Finding finding in findings)
        {
            if (json)
            {
                output.WriteLine(JsonSerializer.Serialize(finding, FindingJson.Default.Finding));
                continue;
            }

            output.WriteLine($"{finding.Level.ToString().ToLowerInvariant(),-8} {finding.Subject,-9} {finding.Text}");
            if (finding.Advice is { } advice)
                output.WriteLine($"{"",-18} {advice}");
        }

        if (!json)
            output.WriteLine($"{Count(findings, FindingLevel.Fault, "fault")}, {Count(findings, FindingLevel.Warning, "warning")}");
    }

    private static string Count(IReadOnlyList<Finding> findings, FindingLevel level, string name)
    {
        int count = findings.Count(finding => finding.Level == level);
        return $"{count} {name}{(count == 1 ? "" : "s")}";
    }
}
