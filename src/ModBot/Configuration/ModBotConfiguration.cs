using Microsoft.Extensions.Configuration;

namespace ModBot.Configuration;

/// <summary>Settings in rising order of weight: appsettings.json beside the program, user secrets, environment variables.</summary>
internal static class ModBotConfiguration
{
    public static IConfigurationRoot Load()
    {
        var builder = new ConfigurationBuilder();
        AddSources(builder);
        return builder.Build();
    }

    public static void AddSources(IConfigurationBuilder builder)
    {
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("HOME")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("APPDATA")))
            builder.AddUserSecrets<Terminal>(optional: true);
        builder.AddEnvironmentVariables();
    }

    /// <summary>Only so that user secrets find this assembly.</summary>
    private sealed class Terminal;
}
