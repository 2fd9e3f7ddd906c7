using ModBot.Core.Search;

namespace ModBot.Core.Viewing;

/// <summary>How a moderator likes lists of cases to be shown; kept for each moderator and guild.</summary>
public sealed record ViewingOptions
{
    /// <summary>The page sizes to choose from.</summary>
    public static readonly IReadOnlyList<int> PageSizes = [10, 30, 50, 100, 200];

    public static readonly ViewingOptions Default = new();

    public CaseLayout Layout { get; init; }

    public CaseOrder Order { get; init; }

    /// <summary>One of <see cref="PageSizes"/>; default 50.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Default: reason, score and review.</summary>
    public CaseParts Parts { get; init; } = CaseParts.Reason | CaseParts.Score | CaseParts.Review;
}
