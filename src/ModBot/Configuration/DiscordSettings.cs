using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Discord;

namespace ModBot.Configuration;

/// <summary>The client's options from the section <c>Discord</c>.</summary>
internal static class DiscordSettings
{
    /// <exception cref="UsageException">An option is wrong; the message names every one.</exception>
    public static DiscordOptions From(IConfiguration configuration, string token)
    {
        IConfigurationSection section = configuration.GetSection("Discord");
        var options = new DiscordOptions { Token = token.Trim() };
        if (section["RestUrl"] is { Length: > 0 } url)
            options = options with { RestUrl = url.Trim() };
        if (section["Shards"] is { Length: > 0 } shards)
            options = options with { Shards = shards.Trim() };
        return Checked(options);
    }

    public static DiscordOptions ForSandbox(Uri restUrl, string token) => Checked(new DiscordOptions { Token = token, RestUrl = restUrl.ToString() });

    private static DiscordOptions Checked(DiscordOptions options)
    {
        IReadOnlyList<string> faults = options.Faults();
        return faults.Count == 0 ? options : throw new UsageException(string.Join(" ", faults));
    }
}
