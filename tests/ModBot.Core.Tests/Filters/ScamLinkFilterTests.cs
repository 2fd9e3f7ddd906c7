using ModBot.Core.Filters;

namespace ModBot.Core.Tests.Filters;

public sealed class ScamLinkFilterTests
{
    private readonly OneRule rule = new(new ScamLinkFilter());

    [Theory]
    [InlineData("dlscord.com")]
    [InlineData("disc0rd.com")]
    [InlineData("discorcl-nitro.com")]
    [InlineData("dicsord.gift")]
    [InlineData("discord-nitro.ru")]
    [InlineData("discordnitrogift.xyz")]
    [InlineData("free-discord-nitro.click")]
    [InlineData("discord.gifts-claim.xyz")]
    [InlineData("discord-app.gift")]
    [InlineData("dlscord-nitro.gift")]
    [InlineData("discord.com.free-nitro.xyz")]
    [InlineData("discord.com-gift.ru")]
    [InlineData("discord-verify.web.app")]
    [InlineData("steamcomrnunity.com")]
    [InlineData("steamcommunlty.ru")]
    [InlineData("steam-community.trade")]
    [InlineData("stearncommunity.com")]
    [InlineData("steamcommunity.link-offer.ru")]
    [InlineData("steampowerred.com")]
    [InlineData("free-nitro.xyz")]
    [InlineData("nitro-gifts.com")]
    [InlineData("hypesquad-events.com")]
    [InlineData("metarnask.io")]
    [InlineData("metamask-verify.net")]
    [InlineData("paypa1.com")]
    [InlineData("paypal-login.com")]
    [InlineData("rob1ox.com")]
    [InlineData("roblox-free-robux.com")]
    [InlineData("xn--dscord-pvf.com")]
    [InlineData("dіscord.com")]
    [InlineData("discörd.com")]
    [InlineData("ѕtеаmcommunity.com")]
    [InlineData("apple-id-verify.com")]
    [InlineData("opensae.io")]
    public void A_look_alike_hits(string host) => Assert.NotEmpty(rule.Judge($"have a look at https://{host}/ when you can").Hits);

    [Theory]
    [InlineData("discord.com")]
    [InlineData("cdn.discordapp.com")]
    [InlineData("discord.gift")]
    [InlineData("discordjs.guide")]
    [InlineData("discord.js.org")]
    [InlineData("discordpy.readthedocs.io")]
    [InlineData("discordbots.org")]
    [InlineData("steamdb.info")]
    [InlineData("steamcharts.com")]
    [InlineData("store.steampowered.com")]
    [InlineData("discard.com")]
    [InlineData("accord.net")]
    [InlineData("stream.com")]
    [InlineData("finance.com")]
    [InlineData("switch.ch")]
    [InlineData("nitrogen.org")]
    [InlineData("google.co.uk")]
    [InlineData("amazon.de")]
    [InlineData("netflix.github.io")]
    [InlineData("youtube.com")]
    [InlineData("gift.com")]
    [InlineData("freegames.com")]
    [InlineData("login.microsoftonline.com")]
    [InlineData("applebees.com")]
    [InlineData("pineapple.com")]
    [InlineData("münchen.de")]
    [InlineData("пример.рф")]
    [InlineData("moderator.example")]
    [InlineData("en.wikipedia.org")]
    [InlineData("playstationblog.example")]
    public void The_genuine_and_the_innocent_pass(string host) => Assert.Empty(rule.Judge($"have a look at https://{host}/ when you can").Hits);

    [Theory]
    [InlineData("[https://discord.com/nitro](https://evil.example/x)", 1)]
    [InlineData("[discord.com](https://evil.example)", 1)]
    [InlineData("[docs.example.com](https://example.com)", 0)]
    [InlineData("[read this](https://example.com)", 0)]
    [InlineData("[v1.2.3](https://example.com)", 0)]
    [InlineData("[example.com](<https://evil.example>)", 1)]
    public void A_label_that_names_another_domain_hits(string text, int hits) => Assert.Equal(hits, rule.Judge(text).Hits.Count);

    [Fact]
    public void Both_sides_of_the_switches_work()
    {
        var off = new OneRule(new ScamLinkFilter(), new ScamLinkOptions { LookAlikes = false, Masked = false, Domains = ["bad.example"] });
        Assert.Empty(off.Judge("https://dlscord.com [discord.com](https://evil.example)").Hits);
        Assert.Single(off.Judge("https://x.bad.example").Hits);
    }
}
