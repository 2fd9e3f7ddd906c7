using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using ModBot.CommandLine;
using ModBot.Storage;

namespace ModBot.Configuration;

/// <summary>The store's options from the section <c>Storage</c>.</summary>
internal static class StorageSettings
{
    /// <exception cref="UsageException">A setting is wrong; the message names every one, and no secret.</exception>
    public static StorageOptions From(IConfiguration configuration, ModBotPaths paths)
    {
        IConfigurationSection section = configuration.GetSection("Storage");
        var provider = StorageProvider.Sqlite;
        if (section["Provider"] is { Length: > 0 } name && (!Enum.TryParse(name.Trim(), ignoreCase: true, out provider) || !Enum.IsDefined(provider) || char.IsAsciiDigit(name.Trim()[0])))
            throw new UsageException($"Storage:Provider is '{name}'; it must be SQLite or PostgreSQL.");
        if (provider == StorageProvider.PostgreSql && StandsInAFile(configuration))
            throw new UsageException("Storage:ConnectionString stands in appsettings.json, where others can read it. Set the environment variable Storage__ConnectionString or a user secret instead.");
        var options = new StorageOptions
        {
            Provider = provider,
            DatabasePath = paths.Database,
            ConnectionString = provider == StorageProvider.PostgreSql ? section["ConnectionString"]?.Trim() : null,
        };
        IReadOnlyList<string> faults = options.Validate();
        return faults.Count == 0 ? options : throw new UsageException(string.Join(' ', faults.Select(fault => $"Storage:{fault}")));
    }

    private static bool StandsInAFile(IConfiguration configuration) => configuration is IConfigurationRoot root && root.Providers
        .OfType<JsonConfigurationProvider>()
        .Any(file => string.Equals(Path.GetFileName(file.Source.Path), "appsettings.json", StringComparison.OrdinalIgnoreCase)
            && file.TryGet("Storage:ConnectionString", out string? value) && !string.IsNullOrWhiteSpace(value));
}
