using ModBot.Core.Statistics;
using ModBot.Dashboard.Access;

namespace ModBot.Dashboard.Pages;

/// <summary>What stands around every page.</summary>
public sealed record PageFrame
{
    public required string Title { get; init; }

    public Tab Tab { get; init; }

    /// <summary>Null outside of a guild's pages.</summary>
    public GuildVisit? Visit { get; init; }

    /// <summary>Null where nobody is signed in.</summary>
    public Viewer? Viewer { get; init; }

    /// <summary>For every form; empty where there are none.</summary>
    public string Token { get; init; } = "";

    public OpenCases? Open { get; init; }

    /// <summary>What the last form led to, in one sentence.</summary>
    public string Notice { get; init; } = "";

    /// <summary>A page with nothing around it.</summary>
    public static PageFrame Bare(string title) => new() { Title = title };

    /// <summary>A guild's address.</summary>
    public string Path(string rest = "") => $"/g/{Visit!.GuildId}/{rest}";
}
