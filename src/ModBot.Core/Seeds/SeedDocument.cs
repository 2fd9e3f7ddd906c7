using System.Collections.Immutable;

namespace ModBot.Core.Seeds;

/// <summary>A saved news article with its comment section.</summary>
public sealed record SeedDocument
{
    private const string SectionMark = "Comment viewing options";
    private const string AuthorMark = "'s picture";

    public required string Title { get; init; }

    /// <summary>The article's text: the topic of the thread, which comments may quote.</summary>
    public required string Article { get; init; }

    public required ImmutableArray<SeedComment> Comments { get; init; }

    /// <summary>The commenting authors, each once, in order of appearance.</summary>
    public IEnumerable<string> Authors => Comments.Select(comment => comment.Author).Distinct(StringComparer.Ordinal);

    /// <summary>True where a text looks like a seed document rather than like JSON Lines.</summary>
    public static bool Recognises(string text) => Lines(text).Any(line => IsSectionMark(line));

    /// <summary>Reads a document: a comment opens at a line <c>author's picture</c> after the line "Comment viewing options".</summary>
    /// <exception cref="FormatException">There is no comment section, or it holds no comment.</exception>
    public static SeedDocument Parse(string text)
    {
        string[] lines = Lines(text);
        int section = Array.FindIndex(lines, IsSectionMark);
        if (section < 0)
            throw new FormatException($"Not a seed document: it has no line '{SectionMark}'.");

        int first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        ImmutableArray<SeedComment>.Builder comments = ImmutableArray.CreateBuilder<SeedComment>();
        string? author = null;
        int opened = 0;
        for (int i = section + 1; i <= lines.Length; i++)
        {
            bool ends = i == lines.Length || AuthorOf(lines[i]) is not null;
            if (!ends)
                continue;
            if (author is not null)
                comments.Add(new SeedComment(comments.Count + 1, author, Join(lines[opened..i])));
            if (i < lines.Length)
                (author, opened) = (AuthorOf(lines[i]), i + 1);
        }

        if (comments.Count == 0)
            throw new FormatException($"The comment section holds no comment: none of its lines ends in \"{AuthorMark}\".");
        return new SeedDocument { Title = lines[first].Trim(), Article = Join(lines[..section]), Comments = comments.ToImmutable() };
    }

    private static string[] Lines(string text) => text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    private static bool IsSectionMark(string line) => string.Equals(line.Trim(), SectionMark, StringComparison.Ordinal);

    private static string? AuthorOf(string line)
    {
        string trimmed = line.Trim();
        return trimmed.Length > AuthorMark.Length && trimmed.EndsWith(AuthorMark, StringComparison.Ordinal) ? trimmed[..^AuthorMark.Length] : null;
    }

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines).Trim('\n', ' ');
}
