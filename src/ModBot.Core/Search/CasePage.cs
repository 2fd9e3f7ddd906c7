using ModBot.Core.Cases;

namespace ModBot.Core.Search;

/// <summary>A page of cases in the order asked for.</summary>
/// <param name="Cases">With evidence, actions and reviews.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Previous">Where the page before ends; null on the first.</param>
public sealed record CasePage(IReadOnlyList<ModerationCase> Cases, CaseCursor? Next, CaseCursor? Previous);
