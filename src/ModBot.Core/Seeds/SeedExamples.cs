using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Seeds;

/// <summary>The seed's comments as training examples, labelled by their golden verdicts.</summary>
public static class SeedExamples
{
    /// <summary>The family that the seed's comments belong to in leave-one-family-out.</summary>
    public const string Family = "seed";

    /// <exception cref="FormatException">The verdicts do not fit the document's comments.</exception>
    public static IReadOnlyList<LabelledText> Of(SeedDocument document, IReadOnlyList<GoldenVerdict> golden)
    {
        if (golden.Count != document.Comments.Length)
            throw new FormatException($"{golden.Count} golden verdicts for {document.Comments.Length} comments.");
        var examples = new List<LabelledText>(golden.Count);
        foreach ((SeedComment comment, GoldenVerdict verdict) in document.Comments.Zip(golden))
        {
            if (verdict.Index != comment.Index || !string.Equals(verdict.Author, comment.Author, StringComparison.Ordinal))
                throw new FormatException($"Golden verdict {verdict.Index} is about '{verdict.Author}'; comment {comment.Index} is by '{comment.Author}'.");
            bool isSpam = verdict.Categories.Contains(Category.Spam);
            CategorySet abuse = CategorySet.Empty;
            foreach (Category category in verdict.Categories)
                abuse = category == Category.Spam ? abuse : abuse.With(category);
            examples.Add(new LabelledText(comment.Text, isSpam, abuse, Family, HasAbuseLabels: true));
        }

        return examples;
    }
}
