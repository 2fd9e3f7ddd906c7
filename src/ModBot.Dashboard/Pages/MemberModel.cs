using ModBot.Core.Messages;
using ModBot.Core.Search;
using ModBot.Core.Viewing;

namespace ModBot.Dashboard.Pages;

/// <summary>What is known of a member.</summary>
public sealed record MemberModel
{
    public required PageFrame Frame { get; init; }

    public required Snowflake Id { get; init; }

    /// <summary>The name in the newest case; empty where there is none.</summary>
    public required string Name { get; init; }

    /// <summary>How many of their messages were judged.</summary>
    public required int Judged { get; init; }

    /// <summary>Counted no further than <see cref="MostCounted"/>.</summary>
    public required long Cases { get; init; }

    public required long Overturned { get; init; }

    public required ViewingOptions Options { get; init; }

    public required CasePage Page { get; init; }

    /// <summary>Counting stops here.</summary>
    public const long MostCounted = 10_000;
}
