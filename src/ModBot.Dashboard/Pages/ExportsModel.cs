using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Pages;

/// <summary>Taking cases out as a file.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Search">Which cases.</param>
/// <param name="Count">How many those are; null where the search is wrong.</param>
/// <param name="Id">Names this export in its progress.</param>
public sealed record ExportsModel(PageFrame Frame, LogSearch Search, long? Count, string Id);
