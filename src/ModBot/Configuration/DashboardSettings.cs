using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Dashboard;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Configuration;

/// <summary>The page's options from the section <c>Dashboard</c>.</summary>
internal static class DashboardSettings
{
    private const string Authorize = "https://discord.com/oauth2/authorize";

    /// <summary>On the sandbox, which vouches for its own people: always on.</summary>
    /// <exception cref="UsageException">A setting is wrong; the message names every one.</exception>
    public static DashboardOptions ForSandbox(IConfiguration configuration, SandboxServer sandbox, ModBotPaths paths)
    {
        var options = new DashboardOptions
        {
            ClientId = sandbox.ClientId,
            ClientSecret = sandbox.ClientSecret,
            AuthorizeUrl = sandbox.AuthorizeUrl,
            RestUrl = sandbox.RestUrl,
            KeyFolder = paths.Keys,
            TakeNextFreePort = true,
        };
        return Checked(WithAddresses(options, configuration.GetSection("Dashboard")));
    }

    /// <summary>On a real server: null (off) without <c>Dashboard:ClientId</c> and <c>Dashboard:ClientSecret</c>.</summary>
    /// <exception cref="UsageException">A setting is wrong; the message names every one.</exception>
    public static DashboardOptions? From(IConfiguration configuration, DiscordOptions discord, ModBotPaths paths)
    {
        IConfigurationSection section = configuration.GetSection("Dashboard");
        string id = section["ClientId"]?.Trim() ?? "", secret = section["ClientSecret"]?.Trim() ?? "";
        if (id.Length == 0 && secret.Length == 0)
            return null;
        var rest = new Uri(discord.RestUrl.TrimEnd('/'));
        bool elsewhere = !rest.Host.Equals("discord.com", StringComparison.OrdinalIgnoreCase);
        var options = new DashboardOptions
        {
            ClientId = id,
            ClientSecret = secret,
            AuthorizeUrl = elsewhere ? new Uri(rest, "/oauth2/authorize") : new Uri(Authorize),
            RestUrl = rest,
            KeyFolder = paths.Keys,
        };
        return Checked(WithAddresses(options, section));
    }

    private static DashboardOptions WithAddresses(DashboardOptions options, IConfigurationSection section)
    {
        if (section["Urls"] is { Length: > 0 } urls)
            options = options with { Url = AddressOf("Dashboard:Urls", urls) };
        return section["PublicUrl"] is { Length: > 0 } address ? options with { PublicUrl = AddressOf("Dashboard:PublicUrl", address) } : options;
    }

    private static Uri AddressOf(string setting, string value) => Uri.TryCreate(value.Trim(), UriKind.Absolute, out Uri? address)
        ? address
        : throw new UsageException($"{setting} is '{value}'; it must be one address such as http://127.0.0.1:5090.");

    private static DashboardOptions Checked(DashboardOptions options)
    {
        IReadOnlyList<string> faults = options.Faults();
        return faults.Count == 0 ? options : throw new UsageException(string.Join(" ", faults));
    }
}
