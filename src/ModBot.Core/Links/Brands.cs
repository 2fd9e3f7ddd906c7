namespace ModBot.Core.Links;

/// <summary>The brands that are protected from look-alikes. Domains are public facts, gathered by hand.</summary>
internal static class Brands
{
    public static readonly Brand[] All =
    [
        Coined("discord", "discord.com discordapp.com discordapp.net discord.gg discord.gift discord.gifts discord.dev discord.new discord.co discord.media discord.tools discordstatus.com discordcdn.com "
            + "discordsays.com discordsez.com discordactivities.com discordmerch.com discord.store discordpartygames.com dis.gd discord.me discord.li discord.io discord.js.org discord.link discord.st discord.id "
            + "discordjs.guide discordjs.dev discordpy.dev discord.bots.gg discordbots.org discordbotlist.com discordservers.com discords.com discordlist.gg discordlist.space discordhome.com "
            + "discordtemplates.me discordresources.com discordextremelist.xyz discord.builders discohook.org discordlookup.com discordsrv.com discordtree.com discordboats.club"),
        Coined("discordapp", ""),
        Coined("steamcommunity", "steamcommunity.com"),
        Coined("steampowered", "steampowered.com"),
        Common("steam", "steamgames.com steamcontent.com steamstatic.com steamusercontent.com steamserver.net steam-chat.com steamchina.com s.team steamdb.info steamdeck.com steamcharts.com "
            + "steamgriddb.com steamspy.com steamrep.com steamid.io steamidfinder.com steamladder.com steamgifts.com steamtrades.com steamtools.net steamanalyst.com steamboat.com"),
        Coined("roblox", "roblox.com rbxcdn.com roblox.plus robloxlabs.com rbx.com roblox.fandom.com ro.blox.com"),
        Coined("epicgames", "epicgames.com epicgames.dev unrealengine.com fortnite.com"),
        Coined("fortnite", "fortnite.com fortnitetracker.com fortnite.gg"),
        Common("minecraft", "minecraft.net minecraftforge.net minecraft-server-list.com minecraftservers.org minecraft.wiki minecraft-heads.com minecraftskins.com minecraftmaps.com planetminecraft.com minecraft.tools"),
        Coined("riotgames", "riotgames.com leagueoflegends.com playvalorant.com"),
        Coined("valorant", "playvalorant.com valorant.op.gg valorantstrike.com"),
        Coined("blizzard", "blizzard.com battle.net blizzardwatch.com"),
        Coined("ubisoft", "ubisoft.com ubi.com ubisoftconnect.com"),
        Common("playstation", "playstation.com playstation.net playstationnetwork.com sonyentertainmentnetwork.com"),
        Coined("nintendo", "nintendo.com nintendo.net nintendo.co.jp nintendo.co.uk nintendo-europe.com nintendolife.com nintendoeverything.com"),
        Common("twitch", "twitch.tv twitchcdn.net twitchsvc.net twitchtracker.com ttvnw.net ext-twitch.tv"),
        Coined("metamask", "metamask.io metamask.zendesk.com"),
        Coined("coinbase", "coinbase.com coinbase-payments.com"),
        Coined("binance", "binance.com binance.us binance.org binance.vision binancecnt.com"),
        Coined("opensea", "opensea.io opensea.pro"),
        Coined("uniswap", "uniswap.org uniswap.exchange"),
        Coined("pancakeswap", "pancakeswap.finance pancakeswap.com"),
        Coined("trustwallet", "trustwallet.com"),
        Coined("walletconnect", "walletconnect.com walletconnect.org walletconnect.network"),
        Coined("phantom-wallet", "phantom.app phantom.com"),
        Coined("blockchain-wallet", "blockchain.com blockchain.info"),
        Coined("layerzero", "layerzero.network layerzero.foundation layerzeroscan.com"),
        Coined("magiceden", "magiceden.io magiceden.us magiceden.dev"),
        Coined("1inch", "1inch.io 1inch.com 1inch.exchange"),
        Common("ledger", "ledger.com ledgerlive.com shop.ledger.com"),
        Common("trezor", "trezor.io satoshilabs.com"),
        Coined("paypal", "paypal.com paypalobjects.com paypal.me paypalcorp.com paypal-corp.com paypal-communication.com paypal-community.com paypal-engineering.com"),
        Common("netflix", "netflix.com netflix.net nflxext.com netflix.github.io netflixtechblog.com netflixparty.com"),
        Common("spotify", "spotify.com scdn.co spotifycdn.com spotify.design spotify.github.io"),
        Common("instagram", "instagram.com cdninstagram.com instagr.am"),
        Common("facebook", "facebook.com facebook.net fbcdn.net facebookmail.com"),
        Common("whatsapp", "whatsapp.com whatsapp.net wa.me"),
        Common("telegram", "telegram.org telegram.me telegram.dog t.me telegram-cdn.org telegra.ph"),
        Common("youtube", "youtube.com youtu.be youtube-nocookie.com youtubekids.com youtubeeducation.com"),
        Common("google", "google.com googleapis.com googleusercontent.com goo.gl"),
        Common("microsoft", "microsoft.com microsoftonline.com microsoftstore.com microsoft365.com"),
        Common("apple", "apple.com icloud.com apple-dns.net apple.news apple-mapkit.com applemusic.com"),
        Common("icloud", "icloud.com icloud-content.com"),
        Common("amazon", "amazon.com amazonaws.com amazonpay.com amazontrust.com amazonvideo.com amazon.dev"),
        Common("dropbox", "dropbox.com dropboxusercontent.com dropboxstatic.com dropbox.tech"),
        Common("github", "github.com github.io githubusercontent.com githubassets.com github.dev github.blog"),
        Common("pubg", "pubg.com krafton.com pubg.ac.cn"),
        Coined("hypixel", "hypixel.net"),
        Coined("lunarclient", "lunarclient.com lunarclient.dev"),
        Coined("mee6", "mee6.xyz mee6.gg"),
        Coined("carlbot", "carl.gg carl-bot.io"),
        Coined("wickbot", "wickbot.com"),
        Coined("captchabot", "captcha.bot"),
        Lure("nitro"),
        Lure("hypesquad"),
        Lure("hypeteam"),
        Lure("csgo"),
        Lure("dyno"),
        Lure("airdrop"),
        Lure("moderator"),
        Lure("robux"),
        Lure("vbucks"),
    ];

    /// <summary>All genuine domains.</summary>
    public static readonly DomainSet Genuine = new(All.SelectMany(brand => brand.Domains).Append("dyno.gg").Append("counter-strike.net").Append("nitrotype.com").Append("nitropay.com"));

    private static Brand Coined(string name, string domains) => new(name.Replace("-", "", StringComparison.Ordinal), BrandKind.Coined, Split(domains));

    private static Brand Common(string name, string domains) => new(name, BrandKind.Common, Split(domains));

    private static Brand Lure(string name) => new(name, BrandKind.Lure, []);

    private static string[] Split(string domains) => domains.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
