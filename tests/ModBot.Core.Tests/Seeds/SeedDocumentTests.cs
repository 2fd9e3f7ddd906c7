using ModBot.Core.Seeds;
using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Seeds;

public sealed class SeedDocumentTests
{
    private static readonly SeedDocument Document = SeedDocument.Parse(File.ReadAllText(SeedFiles.Document));

    [Fact]
    public void The_seed_has_23_comments_by_18_authors()
    {
        Assert.Equal(23, Document.Comments.Length);
        Assert.Equal(18, Document.Authors.Count());
        Assert.Equal("Islamic State Eyes North Africa", Document.Title);
        Assert.Equal(Enumerable.Range(1, 23), Document.Comments.Select(comment => comment.Index));
    }

    [Fact]
    public void An_author_may_have_spaces_and_the_articles_own_picture_line_is_no_comment()
    {
        Assert.Equal("Mr Blue", Document.Comments[1].Author);
        Assert.DoesNotContain("Tyler Durden", Document.Authors);
        Assert.Contains("Tyler Durden's picture", Document.Article, StringComparison.Ordinal);
    }

    [Fact]
    public void No_break_spaces_and_inner_blank_lines_are_kept()
    {
        Assert.Contains("\n\n\nI still say", Document.Comments[0].Text, StringComparison.Ordinal);
        Assert.Contains('\u00A0', Document.Comments[5].Text);
        Assert.Equal("How come nobody can kill Soros?", Document.Comments[10].Text);
    }

    [Fact]
    public void A_quoted_paragraph_is_found_in_the_article()
    {
        string quoted = Document.Comments[4].Text.Split('"')[1];
        Assert.Contains(quoted, Document.Article, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title\n\nText")]
    [InlineData("")]
    [InlineData("Title\nComment viewing options\nnobody wrote")]
    public void Text_without_comments_is_refused(string text) => Assert.Throws<FormatException>(() => SeedDocument.Parse(text));

    [Theory]
    [InlineData("T\r\nA\r\n\r\nComment viewing options\r\nx's picture\r\n\r\nhello\r\n")]
    [InlineData("\uFEFFT\nA\n\nComment viewing options\nx's picture\nhello")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string text)
    {
        SeedComment comment = Assert.Single(SeedDocument.Parse(text).Comments);
        Assert.Equal(("x", "hello"), (comment.Author, comment.Text));
    }

    [Fact]
    public void A_possessive_without_an_author_is_text()
    {
        SeedDocument document = SeedDocument.Parse("T\nComment viewing options\nann's picture\n's picture\nthe dog's picture is nice");
        Assert.Equal("'s picture\nthe dog's picture is nice", Assert.Single(document.Comments).Text);
    }

    [Fact]
    public void Golden_verdicts_fit_the_document_and_count_2_4_17()
    {
        using var reader = new StreamReader(SeedFiles.Golden);
        IReadOnlyList<GoldenVerdict> golden = GoldenVerdict.ReadAll(reader);
        IReadOnlyList<LabelledText> examples = SeedExamples.Of(Document, golden);
        Assert.Equal(23, examples.Count);
        Assert.Equal(1, examples.Count(example => example.IsSpam));
        Assert.Equal([17, 4, 2], Enum.GetValues<Disposition>().Select(disposition => golden.Count(verdict => verdict.Disposition == disposition)));
        Assert.Equal(golden.OrderBy(verdict => verdict.At), golden);
    }

    [Theory]
    [InlineData("{\"index\":1}")]
    [InlineData("not json")]
    [InlineData("{\"index\":1,\"author\":\"a\",\"at\":\"2017-04-04T18:02:00Z\",\"verdict\":\"burn\",\"categories\":[]}")]
    [InlineData("{\"index\":1,\"author\":\"a\",\"at\":\"2017-04-04T18:02:00Z\",\"verdict\":\"log\",\"categories\":[\"nonsense\"]}")]
    public void A_faulty_golden_line_is_named(string line)
    {
        var fault = Assert.Throws<FormatException>(() => GoldenVerdict.ReadAll(new StringReader("\n" + line)));
        Assert.Contains("line 2", fault.Message, StringComparison.Ordinal);
    }
}
