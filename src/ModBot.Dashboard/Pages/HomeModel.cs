using ModBot.Core.Platform;

namespace ModBot.Dashboard.Pages;

/// <summary>The start: signing in, then choosing a server.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Guilds">Servers whose log the viewer may see.</param>
/// <param name="Then">Where to go after signing in; a path on this page.</param>
/// <param name="Failed">Signing in did not work.</param>
public sealed record HomeModel(PageFrame Frame, IReadOnlyList<GuildSummary> Guilds, string Then, bool Failed);
