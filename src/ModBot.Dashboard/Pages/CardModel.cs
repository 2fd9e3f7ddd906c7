using ModBot.Core.Cases;

namespace ModBot.Dashboard.Pages;

/// <summary>A case in the queue.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Case">The case.</param>
/// <param name="Remarks">What a decision just led to; null where none was just made.</param>
public sealed record CardModel(PageFrame Frame, ModerationCase Case, IReadOnlyList<string>? Remarks = null);
