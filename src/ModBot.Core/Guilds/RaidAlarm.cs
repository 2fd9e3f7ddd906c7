using ModBot.Core.Rules;

namespace ModBot.Core.Guilds;

/// <summary>A raid level that somebody set.</summary>
/// <param name="Level">Above <see cref="RaidLevel.None"/>.</param>
/// <param name="Until">When the server stands down.</param>
public sealed record RaidAlarm(RaidLevel Level, DateTimeOffset Until);
