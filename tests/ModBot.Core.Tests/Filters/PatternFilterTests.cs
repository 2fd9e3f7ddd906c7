using ModBot.Core.Filters;

namespace ModBot.Core.Tests.Filters;

public sealed class PatternFilterTests
{
    [Theory]
    [InlineData("a(?=b)", "lookahead")]
    [InlineData("a(?!b)", "negative lookahead")]
    [InlineData("(?<=a)b", "lookbehind")]
    [InlineData("(?<!a)b", "negative lookbehind")]
    [InlineData(@"(a)\1", "back-reference")]
    [InlineData(@"(?<x>a)\k<x>", "back-reference")]
    [InlineData("(?>a+)b", "atomic group")]
    [InlineData("(a)?(?(1)b|c)", "conditional")]
    [InlineData("(?<a>x)(?<b-a>y)", "balancing group")]
    public void What_cannot_be_matched_in_linear_time_is_named(string pattern, string construct)
    {
        OptionFault fault = Assert.Single(new PatternFilter().Validate(new PatternOptions { Patterns = ["fine", pattern] }));
        Assert.Equal("patterns[1]", fault.Path);
        Assert.Contains(construct, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a(b")]
    [InlineData("[a")]
    [InlineData("*a")]
    public void A_malformed_pattern_is_a_fault(string pattern) =>
        Assert.Contains("no regular expression", Assert.Single(new PatternFilter().Validate(new PatternOptions { Patterns = [pattern] })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(@"[(?=]")]
    [InlineData(@"\(\?=")]
    [InlineData(@"(?<name>a)(?:b)(?i)c")]
    [InlineData(@"[\1]")]
    [InlineData(@"\\1")]
    public void What_only_looks_like_such_a_construct_is_fine(string pattern) => Assert.Empty(new PatternFilter().Validate(new PatternOptions { Patterns = [pattern] }));

    [Theory]
    [InlineData(@"\bfree nitro\b", "nitro")]
    [InlineData("earn \\$\\d+ daily", "daily")]
    [InlineData("discords?\\.gift", "discord")]
    [InlineData("a+bcd", "bcd")]
    [InlineData("(optional)?needed", "needed")]
    [InlineData("x[abc]needed", "needed")]
    [InlineData("this|that", null)]
    [InlineData(@"\d+", null)]
    [InlineData("ab", null)]
    [InlineData("(?i)word", null)]
    public void The_text_that_every_match_contains_is_known(string pattern, string? literal) => Assert.Equal(literal, PatternSyntax.RequiredLiteral(pattern));

    [Theory]
    [InlineData(@"\bfree nitro\b", "get FREE NITRO now")]
    [InlineData("discords?\\.gift", "discords.gift")]
    [InlineData("wo+rd", "wooord")]
    [InlineData("colou?r", "color colour")]
    [InlineData("abc{0}d", "abd")]
    [InlineData("[^a]bcdef", "xbcdef")]
    public void A_required_text_never_hides_a_match(string pattern, string text) =>
        Assert.NotEmpty(new OneRule(new PatternFilter(), new PatternOptions { Patterns = [pattern] }).Judge(text).Hits);

    [Fact]
    public void A_pattern_that_explodes_elsewhere_takes_linear_time()
    {
        var rule = new OneRule(new PatternFilter(), new PatternOptions { Patterns = ["(a+)+$", "(x+x+)+y"] });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(rule.Judge(new string('a', 4_000) + "!" + new string('x', 4_000)).Errors);
        Assert.True(watch.ElapsedMilliseconds < 20_000, $"{watch.ElapsedMilliseconds} ms");
    }
}
