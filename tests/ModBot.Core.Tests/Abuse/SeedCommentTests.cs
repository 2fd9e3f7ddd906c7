using ModBot.Core.Abuse;
using ModBot.Core.Messages;
using ModBot.Core.Seeds;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class SeedCommentTests
{
    private static readonly SeedDocument Document = SeedDocument.Parse(File.ReadAllText(SeedFiles.Document));

    private static readonly IReadOnlyList<GoldenVerdict> Golden = ReadGolden();

    public static TheoryData<int> Comments => [.. Enumerable.Range(1, Document.Comments.Length)];

    [Theory]
    [MemberData(nameof(Comments))]
    public void The_abuse_of_each_comment_is_what_the_golden_table_says(int index)
    {
        AbuseAnalysis analysis = AbuseProbe.Analyze(Document.Comments[index - 1].Text, new MessageContext(Document.Article, null));
        CategorySet expected = CategorySet.Empty;
        foreach (Category category in Golden[index - 1].Categories)
            expected = category == Category.Spam ? expected : expected.With(category);
        Assert.Equal(expected, analysis.Categories);
    }

    [Fact]
    public void The_slur_in_quotation_marks_is_severe_enough_to_delete_and_the_profanity_is_not()
    {
        Assert.Equal(3, AbuseProbe.Analyze(Document.Comments[18].Text).Find(Category.Slur)!.Severity);
        Assert.Null(AbuseProbe.Analyze(Document.Comments[0].Text).Find(Category.Harassment));
    }

    private static IReadOnlyList<GoldenVerdict> ReadGolden()
    {
        using StreamReader reader = File.OpenText(SeedFiles.Golden);
        return GoldenVerdict.ReadAll(reader);
    }
}
