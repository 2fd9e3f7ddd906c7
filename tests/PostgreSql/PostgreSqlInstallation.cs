namespace ModBot.PostgreSql;

/// <summary>PostgreSQL's programs on this machine.</summary>
internal static class PostgreSqlInstallation
{
    /// <summary>The folder with initdb and postgres; the newest of several, null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why what needs PostgreSQL cannot run here; null where it can.</summary>
    public static string? Missing => Folder is null ? "PostgreSQL is not installed (apt-get install postgresql)" : null;

    private static string? Find()
    {
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => int.TryParse(Path.GetFileName(path), out int version) ? version : 0).Select(path => Path.Combine(path, "bin"))
            : [];
        IEnumerable<string> path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
