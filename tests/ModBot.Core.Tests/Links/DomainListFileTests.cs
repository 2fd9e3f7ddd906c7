using ModBot.Core.Links;

namespace ModBot.Core.Tests.Links;

public sealed class DomainListFileTests
{
    private const string Feed =
        "\uFEFF# phishing, daily\n! a filter list's remark\n[Adblock Plus]\n\nBad.Example\n  spaced.example  \n0.0.0.0 hosts.example\n127.0.0.1\ttabbed.example # why\n"
        + "||filter.example^\n*.star.example\nhttps://scheme.example/\n\"quoted.example\",\n// slashes\nnot a domain\nlocalhost\n";

    [Theory]
    [InlineData("bad.example")]
    [InlineData("login.bad.example")]
    [InlineData("spaced.example")]
    [InlineData("hosts.example")]
    [InlineData("tabbed.example")]
    [InlineData("filter.example")]
    [InlineData("a.star.example")]
    [InlineData("scheme.example")]
    [InlineData("quoted.example")]
    public void Lists_are_read_in_the_forms_that_they_are_published_in(string host) => Assert.True(Read(Feed).Covers(host));

    [Theory]
    [InlineData("notbad.example")]
    [InlineData("example")]
    [InlineData("0.0.0.0")]
    [InlineData("localhost")]
    public void Nothing_else_is_listed(string host) => Assert.False(Read(Feed).Covers(host));

    [Fact]
    public void What_is_no_domain_or_too_much_is_counted()
    {
        DomainSet set = DomainListFile.Read(new StringReader("a.example\nno domain here\nb.example\nc.example\n"), most: 2, out int skipped);
        Assert.Equal(2, set.Count);
        Assert.Equal(2, skipped);
    }

    private static DomainSet Read(string text) => DomainListFile.Read(new StringReader(text), 1_000, out _);
}
