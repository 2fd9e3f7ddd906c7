using Microsoft.AspNetCore.Http;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Dashboard.Access;

/// <summary>A request to a guild's pages by somebody who was found to be let in.</summary>
public sealed record GuildVisit
{
    public required Viewer Viewer { get; init; }

    public required GuildSummary Guild { get; init; }

    /// <summary>What the platform says they may do here.</summary>
    public required MemberAccess Access { get; init; }

    public Snowflake GuildId => Guild.Id;

    /// <summary>May decide on cases and write notes.</summary>
    public bool MayAct => Access.May(GuildRequirement.Act);

    /// <summary>May see private cases, and look after members' data.</summary>
    public bool MayManage => Access.May(GuildRequirement.Manage);

    internal static GuildVisit Of(HttpContext http) =>
        http.Features.Get<GuildVisit>() ?? throw new InvalidOperationException("This route does not ask for a guild.");

    /// <summary>The channel's name, or its id where the bot does not see it.</summary>
    public string ChannelName(Snowflake channel) => Guild.Channels.FirstOrDefault(known => known.Id == channel) is { } found ? $"#{found.Name}" : $"channel {channel}";
}
