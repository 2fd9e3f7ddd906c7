namespace ModBot.Core.Seeds;

/// <summary>One comment of a seed document.</summary>
/// <param name="Index">1-based position in the comment section.</param>
/// <param name="Author">The name as written; it may hold spaces.</param>
/// <param name="Text">The comment with its inner blank lines and no-break spaces; surrounding blank lines cut.</param>
public sealed record SeedComment(int Index, string Author, string Text);
