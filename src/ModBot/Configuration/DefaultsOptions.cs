using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Core.Rules;

namespace ModBot.Configuration;

/// <summary>What holds for guilds that have not set it themselves (section <c>Defaults</c>).</summary>
/// <param name="Mode">off, shadow or enforce. Default: shadow; the sandbox enforces.</param>
/// <param name="ReviewChannel">Name or id of the channel for review cards. Default: none, cards wait in the log.</param>
internal sealed record DefaultsOptions(RuleMode Mode, string? ReviewChannel)
{
    /// <exception cref="UsageException">The mode is not one of the three.</exception>
    public static DefaultsOptions From(IConfiguration configuration, RuleMode fallback)
    {
        string? mode = configuration["Defaults:Mode"];
        RuleMode parsed = fallback;
        if (!string.IsNullOrWhiteSpace(mode) && (!Enum.TryParse(mode, ignoreCase: true, out parsed) || !Enum.IsDefined(parsed)))
            throw new UsageException($"Defaults:Mode is '{mode}'; it must be off, shadow or enforce.");
        string? channel = configuration["Defaults:ReviewChannel"];
        return new DefaultsOptions(parsed, string.IsNullOrWhiteSpace(channel) ? null : channel.Trim().TrimStart('#'));
    }
}
