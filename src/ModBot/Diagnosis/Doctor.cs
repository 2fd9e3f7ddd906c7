using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Core.Rules;
using ModBot.Hosting;

namespace ModBot.Diagnosis;

/// <summary>
/// Looks at everything that the bot needs to start and to do its work: settings, folders, seeds, model, store, and with a token what
/// Discord says. Changes nothing but that the store is opened, which creates it or brings its schema up to date as any start does.
/// </summary>
/// <param name="configuration">All settings.</param>
/// <param name="parts">What the program can choose from.</param>
/// <param name="time">The clock, compared with Discord's.</param>
internal sealed class Doctor(IConfiguration configuration, ModBotParts parts, TimeProvider time)
{
    /// <summary>Every finding, in an order for reading. Whatever is wrong becomes a finding, not an exception.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding> { Finding.Ok("version", ModBotVersion.Text) };
        Try(findings, "client", () => findings.Add(Finding.Ok("client", Name(parts.Client(configuration)))));
        Try(findings, "settings", () =>
        {
            DefaultsOptions.From(configuration, RuleMode.Shadow);
            InteractionOptions.From(configuration);
        });
        ModBotPaths? paths = null;
        Try(findings, "folder", () => paths = ModBotPaths.From(configuration));
        if (paths is not null)
        {
            FolderChecks.Add(findings, paths);
            Try(findings, "model", () => ModelCheck.Add(findings, paths, parts.Trainer(configuration)));
            await StoreCheck.AddAsync(findings, configuration, paths, cancellationToken);
        }

        await new DiscordChecks(configuration, time).AddAsync(findings, cancellationToken);
        return findings;
    }

    private static string Name(ClientPart client) => $"{client.Title} ({client.Id})";

    private static void Try(List<Finding> findings, string subject, Action check)
    {
        try
        {
            check();
        }
        catch (UsageException fault)
        {
            findings.Add(Finding.Fault(subject, fault.Message));
        }
    }
}
