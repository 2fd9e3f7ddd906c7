namespace ModBot.DiscordNet.Tests;

/// <summary>Finds the repository's seeds from wherever the tests run.</summary>
internal static class SeedFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ModBot.sln")))
                return System.IO.Path.Combine(folder.FullName, "seeds");
        }

        throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
