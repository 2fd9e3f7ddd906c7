using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;

namespace ModBot.Configuration;

/// <summary>Where things are. Nothing depends on the working directory.</summary>
/// <param name="Seeds">The folder with the seed document, golden verdicts and corpus (<c>Seeds:Directory</c>; default: beside the program).</param>
/// <param name="Store">The writable folder for database, model and keys (<c>Storage:Directory</c>; default: <c>data</c> beside the program, or the user's state folder where that is read-only).</param>
internal sealed record ModBotPaths(string Seeds, string Store)
{
    public string Models => Path.Combine(Store, "models");

    public string Keys => Path.Combine(Store, "keys");

    public string Database => Path.Combine(Store, "modbot.db");

    public string SandboxState => Path.Combine(Store, "sandbox.json");

    /// <exception cref="UsageException">The store folder cannot be made or written to.</exception>
    public static ModBotPaths From(IConfiguration configuration)
    {
        string seeds = configuration["Seeds:Directory"] is { Length: > 0 } given ? Rooted(given) : Path.Combine(AppContext.BaseDirectory, "seeds");
        string store = configuration["Storage:Directory"] is { Length: > 0 } chosen ? Rooted(chosen) : DefaultStore();
        try
        {
            Directory.CreateDirectory(store);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{store}' cannot be made ({fault.Message}). Set Storage__Directory to a writable folder.", fault);
        }

        return new ModBotPaths(seeds, store);
    }

    private static string Rooted(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);

    private static string DefaultStore()
    {
        string beside = Path.Combine(AppContext.BaseDirectory, "data");
        if (IsWritable(beside))
            return beside;
        string state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } xdg
            ? xdg
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(state.Length > 0 ? state : Path.GetTempPath(), "modbot");
    }

    /// <summary>Whether a file can be made in the folder, which is made where it is missing.</summary>
    public static bool IsWritable(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            string probe = Path.Combine(directory, $".probe-{Guid.NewGuid():N}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
