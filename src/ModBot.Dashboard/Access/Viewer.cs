using System.Globalization;
using System.Security.Claims;
using ModBot.Core.Messages;

namespace ModBot.Dashboard.Access;

/// <summary>Who is signed in. Says who they are, never what they may do.</summary>
/// <param name="Id">Their id with the platform.</param>
/// <param name="Name">As the platform showed it when they signed in.</param>
/// <param name="Guilds">Guilds in which the platform said they may manage messages: where to look first, not a permission.</param>
public sealed record Viewer(Snowflake Id, string Name, IReadOnlyList<Snowflake> Guilds)
{
    /// <summary>The claim of a guild's id; any number of them.</summary>
    internal const string GuildClaim = "guild";

    /// <summary>Null where nobody is signed in.</summary>
    internal static Viewer? Of(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } && Snowflake.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out Snowflake id)
            ? new Viewer(
                id,
                principal.FindFirstValue(ClaimTypes.Name) ?? id.ToString(),
                [.. principal.FindAll(GuildClaim).Select(claim => Snowflake.TryParse(claim.Value, CultureInfo.InvariantCulture, out Snowflake guild) ? guild : default).Where(guild => guild != default)])
            : null;
}
