namespace ModBot.Core.Tests;

/// <summary>Finds the repository's seeds from wherever the tests run.</summary>
internal static class SeedFiles
{
    public static string Folder { get; } = Find();

    public static string Document => Directory.GetFiles(Folder, "*.txt").Single();

    public static string Golden => Path.Combine(Folder, "golden.jsonl");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ModBot.sln")))
                return Path.Combine(folder.FullName, "seeds");
        }

        throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
