using ModBot.Core.Search;
using ModBot.Core.Verdicts;

namespace ModBot.Dashboard.Pages;

/// <summary>What waits for a review.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Kind">Which cases: flagged, deleted, or what shadow kept from acting.</param>
/// <param name="Page">The cases.</param>
public sealed record QueueModel(PageFrame Frame, Disposition Kind, CasePage Page)
{
    /// <summary>Cards of a page.</summary>
    public const int PageSize = 20;
}
