using ModBot.Core.Links;
using ModBot.Core.Tests.Text;
using ModBot.Core.Text;

namespace ModBot.Core.Tests.Links;

public sealed class LinkScannerTests
{
    [Theory]
    [InlineData("see https://Example.com/Path?q=1#x.", "example.com", "/Path?q=1#x")]
    [InlineData("http://example.com", "example.com", "")]
    [InlineData("<https://example.com/a>", "example.com", "/a")]
    [InlineData("(https://example.com/a)", "example.com", "/a")]
    [InlineData("https://en.wikipedia.org/wiki/C_(language)", "en.wikipedia.org", "/wiki/C_(language)")]
    [InlineData("**https://example.com/a**", "example.com", "/a")]
    [InlineData("example.com", "example.com", "")]
    [InlineData("go to example.com, now", "example.com", "")]
    [InlineData("www.example.zone", "www.example.zone", "")]
    [InlineData("t.me/channel", "t.me", "/channel")]
    [InlineData("youtu.be/dQw4", "youtu.be", "/dQw4")]
    [InlineData("docs.rs/serde", "docs.rs", "/serde")]
    [InlineData("example.com:8080/x", "example.com", "/x")]
    [InlineData("hxxps://example.com/x", "example.com", "/x")]
    [InlineData("h**ps://example.com/x", "example.com", "/x")]
    [InlineData("hxxp[:]//example[.]com/x", "example.com", "/x")]
    [InlineData("discord . gg / AbC", "discord.gg", "/AbC")]
    [InlineData("discord .gg/AbC", "discord.gg", "/AbC")]
    [InlineData("discord(.)gg/AbC", "discord.gg", "/AbC")]
    [InlineData("discord[dot]gg/AbC", "discord.gg", "/AbC")]
    [InlineData("discord dot gg slash AbC", "discord.gg", "/AbC")]
    [InlineData("discord。gg/AbC", "discord.gg", "/AbC")]
    [InlineData("discord,gg/AbC", "discord.gg", "/AbC")]
    [InlineData("join .gg/AbC", "discord.gg", "/AbC")]
    [InlineData("discord%2Egg%2FAbC", "discord.gg", "/AbC")]
    [InlineData("d\u200Bisco\u200Brd.gg/AbC", "discord.gg", "/AbC")]
    [InlineData("||discord||.gg/AbC", "discord.gg", "/AbC")]
    [InlineData("free-nitro dot com", "free-nitro.com", "")]
    [InlineData("https://user:pw@evil.example/x", "evil.example", "/x")]
    [InlineData("https://discord.com@evil.example", "evil.example", "")]
    [InlineData("http://127.0.0.1:8080/x", "127.0.0.1", "/x")]
    [InlineData("10.0.0.1:25565", "10.0.0.1", "")]
    [InlineData("http://3627734734/", "3627734734", "")]
    [InlineData("http://[::1]/x", "[::1]", "/x")]
    [InlineData("http://localhost:3000/x", "localhost", "/x")]
    [InlineData("https://xn--dscord-q9a.com/x", "xn--dscord-q9a.com", "/x")]
    [InlineData("https://пример.рф/x", "пример.рф", "/x")]
    [InlineData("https://ｅｘａｍｐｌｅ.com", "example.com", "")]
    [InlineData("ends example.com.Then goes on", "example.com", "")]
    [InlineData("https:\\/\\/example.com\\/x", "example.com", "/x")]
    public void A_link_is_found_however_it_is_written(string text, string host, string path)
    {
        (string Host, string Path, LinkTraits Traits, string Label) link = Assert.Single(Find(text));
        Assert.Equal(host, link.Host);
        Assert.Equal(path, link.Path);
    }

    [Theory]
    [InlineData("version 1.2.3 and v10.0.14 and 3.14 and 1.000,50")]
    [InlineData("Program.cs README.md main.rs setup.py script.sh index.js lib.so photo.png data.zip")]
    [InlineData("e.g. this, i.e. that, a.m. or p.m., U.S. law, etc.")]
    [InlineData("This is it.So what. Yes.No.maybe.In the end")]
    [InlineData("it ends.Then it goes on")]
    [InlineData("i like it.me too. com'on")]
    [InlineData("ASP.NET Core, Discord.Net, System.IO, Node.js, VB.NET")]
    [InlineData("self.name user.id this.is window.show app.run()")]
    [InlineData("mail sam@gmail.com or sam.me@example.com")]
    [InlineData("1.2.3.4 is a version")]
    [InlineData("src/main.py and ./x.sh")]
    [InlineData("the dot com bubble, my dot com")]
    [InlineData("that was fun. gg wp")]
    [InlineData("nice one. gg / wp")]
    [InlineData("wait... what ..com")]
    [InlineData("ratio 16:9, time 12:30, http: what? https://")]
    [InlineData("<@123456789012345678> <:kekw:123456789012345678> <t:1700000000:R>")]
    [InlineData("connect the dots. net income rose")]
    [InlineData("3.am 10.pm")]
    public void What_only_has_a_dot_in_it_is_no_link(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("https://a.example/x", LinkTraits.Scheme)]
    [InlineData("example.com", LinkTraits.None)]
    [InlineData("hxxp://example.com", LinkTraits.Scheme | LinkTraits.Obfuscated)]
    [InlineData("discord . gg / x", LinkTraits.Obfuscated)]
    [InlineData("https://a@example.com:80", LinkTraits.Scheme | LinkTraits.UserInfo | LinkTraits.Port)]
    [InlineData("http://1.2.3.4", LinkTraits.Scheme | LinkTraits.Address)]
    [InlineData("https://dіscord.com", LinkTraits.Scheme | LinkTraits.LookAlike)]
    [InlineData("https://dïscord.com", LinkTraits.Scheme | LinkTraits.LookAlike)]
    [InlineData("https://ｄiscord.com", LinkTraits.Scheme)]
    [InlineData("https://xn--e1afmkfd.xn--p1ai", LinkTraits.Scheme | LinkTraits.Punycode)]
    [InlineData("[label](https://example.com)", LinkTraits.Scheme | LinkTraits.Masked)]
    [InlineData("[label](<https://example.com>)", LinkTraits.Scheme | LinkTraits.Masked)]
    public void Its_traits_say_what_is_odd_about_it(string text, LinkTraits traits) => Assert.Equal(traits, Assert.Single(Find(text)).Traits);

    [Fact]
    public void A_masked_links_label_is_known()
    {
        Assert.Equal("click me", Assert.Single(Find("so [click me](https://example.com/x) now")).Label);
    }

    [Fact]
    public void Every_link_of_a_text_is_found()
    {
        Assert.Equal(["a.example", "b.com", "c.org"], Find("https://a.example/1 then b.com and [x](http://c.org)").Select(link => link.Host));
    }

    [Fact]
    public void File_names_are_links_with_a_scheme_only()
    {
        var views = new TextViews();
        var links = new LinkList();
        views.Load("example.com");
        LinkScanner.Scan(views, bare: false, links);
        Assert.Equal(0, links.Count);
    }

    [Fact]
    public void Spans_are_within_the_text()
    {
        var views = new TextViews();
        var links = new LinkList();
        RandomText.Holds(text =>
        {
            views.Load(text);
            LinkScanner.Scan(views, bare: true, links);
            foreach (Link link in links.All)
            {
                if (link.Start < 0 || link.Length <= 0 || link.Start + link.Length > text.Length || links.Host(link).IsEmpty)
                    return false;
            }

            return true;
        });
    }

    [Theory]
    [InlineData("a.b.c.d.e.f.g.h.")]
    [InlineData("a. ")]
    [InlineData("http://")]
    [InlineData("[a](")]
    [InlineData("x dot ")]
    public void Long_repetition_takes_linear_time(string piece)
    {
        var views = new TextViews();
        var links = new LinkList();
        string text = string.Concat(Enumerable.Repeat(piece, 40_000));
        views.Load(text);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        LinkScanner.Scan(views, bare: true, links);
        Assert.True(watch.Elapsed.TotalSeconds < 20, $"{watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("a.example.com", "example.com")]
    [InlineData("a.b.co.uk", "b.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("x.github.io", "x.github.io")]
    [InlineData("a.x.github.io", "x.github.io")]
    [InlineData("localhost", "localhost")]
    public void One_owners_part_of_a_host_is_known(string host, string expected) => Assert.Equal(expected, PublicSuffixes.RegistrableDomain(host).ToString());

    [Theory]
    [InlineData("mnchen-3ya", "münchen")]
    [InlineData("e1afmkfd", "пример")]
    [InlineData("ls8h", "💩")]
    public void Punycode_labels_are_decoded(string label, string expected)
    {
        Span<char> into = stackalloc char[128];
        Assert.True(Punycode.TryDecode(label, into, out int length));
        Assert.Equal(expected, into[..length].ToString());
    }

    [Fact]
    public void Malformed_punycode_is_refused_and_never_throws()
    {
        Assert.False(Punycode.TryDecode("a-!", stackalloc char[128], out _));
        Assert.False(Punycode.TryDecode(new string('z', 200), stackalloc char[128], out _));
        RandomText.Holds(text => Punycode.TryDecode(text.ToLowerInvariant(), new char[128], out int length) || length >= 0);
    }

    [Theory]
    [InlineData("discord.gg", "/AbC", "AbC")]
    [InlineData("discord.gg", "/invite/AbC", "AbC")]
    [InlineData("discord.com", "/invite/AbC?event=1", "AbC")]
    [InlineData("www.discordapp.com", "/invite/AbC/", "AbC")]
    [InlineData("dsc.gg", "/name", "name")]
    [InlineData("discord.me", "/name", "name")]
    [InlineData("discord.com", "/channels/1/2", "")]
    [InlineData("discord.com", "/invite", "")]
    [InlineData("discord.gg", "", "")]
    [InlineData("example.com", "/invite/x", "")]
    public void Invites_are_told_from_other_links(string host, string path, string code)
    {
        InviteLinks.TryRead(host, path, out ReadOnlySpan<char> read);
        Assert.Equal(code, read.ToString());
    }

    [Theory]
    [InlineData("example.com", "a.example.com", true)]
    [InlineData("https://www.Example.com/", "example.com", true)]
    [InlineData("*.example.com", "example.com", true)]
    [InlineData("example.com", "badexample.com", false)]
    [InlineData("a.example.com", "example.com", false)]
    public void A_listed_domain_means_its_subdomains_too(string listed, string host, bool covers) =>
        Assert.Equal(covers, new DomainSet([listed]).Covers(host));

    private static List<(string Host, string Path, LinkTraits Traits, string Label)> Find(string text)
    {
        var views = new TextViews();
        views.Load(text);
        var links = new LinkList();
        LinkScanner.Scan(views, bare: true, links);
        var found = new List<(string, string, LinkTraits, string)>();
        foreach (Link link in links.All)
            found.Add((links.Host(link).ToString(), links.Path(link).ToString(), link.Traits, text.Substring(link.LabelStart, link.LabelLength)));
        return found;
    }
}
