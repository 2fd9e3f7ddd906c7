using System.Globalization;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Models;

namespace ModBot.Diagnosis;

/// <summary>The store's folder, its disk, and the seeds.</summary>
internal static class FolderChecks
{
    private const double Mebi = 1024 * 1024;
    private const double FewMebibytes = 1_024;
    private const double TooFewMebibytes = 100;

    public static void Add(List<Finding> findings, ModBotPaths paths)
    {
        findings.Add(ModBotPaths.IsWritable(paths.Store)
            ? Finding.Ok("folder", $"{paths.Store} is writable")
            : Finding.Fault("folder", $"{paths.Store} cannot be written to", "Set Storage__Directory to a writable folder."));
        findings.Add(Disk(paths.Store));
        findings.Add(Seeds(new SeedLibrary(paths.Seeds), paths.Seeds));
    }

    private static Finding Disk(string store)
    {
        double free = new DriveInfo(store).AvailableFreeSpace / Mebi;
        string text = string.Create(CultureInfo.InvariantCulture, $"{free:N0} MiB free for {store}");
        const string Advice = "Make room, or set Storage__Directory to a folder on a larger disk.";
        return free switch
        {
            < TooFewMebibytes => Finding.Fault("disk", text, Advice),
            < FewMebibytes => Finding.Warning("disk", text, Advice),
            _ => Finding.Ok("disk", text),
        };
    }

    private static Finding Seeds(SeedLibrary seeds, string folder)
    {
        try
        {
            return Finding.Ok("seeds", string.Create(CultureInfo.InvariantCulture,
                $"{seeds.ReadTrainingExamples().Count:N0} training examples and a document of {seeds.ReadDocument().Comments.Length} comments in {folder}"));
        }
        catch (UsageException fault)
        {
            return Finding.Fault("seeds", fault.Message, "Set Seeds__Directory to the folder seeds of ModBot's release.");
        }
    }
}
