using ModBot.Core.Messages;
using ModBot.Core.Search;
using ModBot.Core.Verdicts;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Tests;

/// <summary>What is typed into the search means what it says, or says what to type.</summary>
public sealed class SearchFieldsTests
{
    private static readonly Snowflake Guild = new(1);

    [Fact]
    public void Filters_are_read_among_words()
    {
        CaseFilter filter = Read(("q", "free rule:spam author:\"Ada L\" category:scam-link domain:https://a.example.com/x?y nitro verdict:delete review:open"));
        Assert.Equal(("free nitro", "spam", "Ada L", Category.ScamLink, "a.example.com", Disposition.Delete, ReviewState.Open), (filter.Words, filter.Rule, filter.AuthorName, filter.Category, filter.Domain, filter.Disposition, filter.Review));
    }

    [Theory]
    [InlineData("https://example.com", "https://example.com")]
    [InlineData("note: said so", "note: said so")]
    [InlineData("rule:", "rule:")]
    [InlineData(":spam", ":spam")]
    [InlineData("\"two words\" three", "two words three")]
    [InlineData("\"never closed", "never closed")]
    public void What_is_no_filter_is_words(string text, string words) => Assert.Equal(words, Read(("q", text)).Words);

    [Theory]
    [InlineData("1191168914227200012", 1191168914227200012UL)]
    [InlineData("<@1191168914227200012>", 1191168914227200012UL)]
    [InlineData("<@!1191168914227200012>", 1191168914227200012UL)]
    public void An_id_or_mention_is_a_member(string text, ulong id) => Assert.Equal(new Snowflake(id), Read(("author", text)).AuthorId);

    [Theory]
    [InlineData("12345")]
    [InlineData("Noah")]
    [InlineData("11911689142272000129999")]
    public void Anything_else_is_a_name(string text)
    {
        CaseFilter filter = Read(("author", text));
        Assert.Null(filter.AuthorId);
        Assert.Equal(text, filter.AuthorName);
    }

    [Fact]
    public void A_day_is_meant_whole_and_a_time_exactly()
    {
        CaseFilter filter = Read(("from", "2026-03-01"), ("to", "2026-03-31"));
        Assert.Equal((new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)), (filter.From!.Value, filter.To!.Value));
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 18, 30, 0, TimeSpan.Zero), Read(("to", "2026-03-31T18:30")).To);
    }

    [Theory]
    [InlineData("category", "hat", "There is no category 'hat'")]
    [InlineData("verdict", "ban", "'verdict' is 'ban'; take one of delete")]
    [InlineData("review", "done", "'review' is 'done'; take one of open")]
    [InlineData("by", "Mia", "give the moderator's id")]
    [InlineData("from", "31.3.2026", "give a day such as")]
    [InlineData("to", "2026-02-30", "give a day such as")]
    [InlineData("incident", "x", "give the number")]
    [InlineData("q", "rule:spam from:never", "'from' is 'never'")]
    public void A_wrong_field_says_what_to_type_instead(string name, string value, string fault)
    {
        var fields = new SearchFields(Guild, includePrivate: false);
        fields.Read(name, value);
        Assert.Contains(fault, Assert.Single(fields.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_words_are_refused()
    {
        var fields = new SearchFields(Guild, includePrivate: false);
        fields.Read("q", string.Join(' ', Enumerable.Repeat("word", 45)));
        Assert.Contains("at most 200 characters", Assert.Single(fields.Faults), StringComparison.Ordinal);
    }

    private static CaseFilter Read(params (string Name, string Value)[] fields)
    {
        var reader = new SearchFields(Guild, includePrivate: false);
        foreach ((string name, string value) in fields)
            reader.Read(name, value);
        Assert.Empty(reader.Faults);
        return reader.Filter;
    }
}
