using System.Collections.Frozen;

namespace ModBot.Core.Links;

/// <summary>Words that scam hosts put beside a brand, and words that only look like one. Our own lists.</summary>
internal static class BaitWords
{
    /// <summary>Suspect beside any brand.</summary>
    private const string PlainList =
        "gift gifts gifted gifting egift egifts giveaway giveaways free freebie freebies promo promos promotion bonus reward rewards airdrop airdrops claim claims claiming prize prizes winner winners "
        + "login signin logon verify verification verified verifying verificate secure securely security unlock restore recover recovery validate validation confirm confirmation billing refund suspended "
        + "giver gives generator giftcard giftcards captcha wallet mint presale whitelist phrase seed";

    /// <summary>Suspect beside a coined name.</summary>
    private const string MildList =
        "get give given drop drops dropped auth oauth account accounts wallets connect connection update updates help helper support supports event events offer offers trade trades trading tradeoffer tradeoffers "
        + "market skin skins case cases csgo cs2 dota app apps apply application applications download moderator moderators mod mods partner partners staff team teams academy exam exams tournament tournaments "
        + "cup vote voting votes boost boosts subscription subscribe premium sale sales shop store month months year years classic gen code codes redeem activation activate activity activities game games gaming "
        + "friend friends profile profiles ticket token tokens swap stake staking bridge migration dapp dao nft nfts web3 official online web www com net org halloween christmas xmas newyear holiday summer winter "
        + "birthday anniversary special project projects share shares send receive pay payment payments invite inviting join program programs service services center admin system info news for the your me my to of "
        + "and with new best top en ru us uk eu pro plus bot form forms school test tests steam community hack cheat";

    /// <summary>Besides the plain ones, suspect beside a lure.</summary>
    private const string LureList =
        "discord drop drops give get promo steam egift academy exam exams school test tests apply application program programs events event form forms formulary app apps trade case cases skins skin team join subscribe vote claim prime bonus invite beta access captcha bot tools welcome register signup apply badge";

    /// <summary>Ordinary words within a letter or two of a brand.</summary>
    private const string InnocentList =
        "discard discards accord record concord discos disco stream streams streaming streamer steal steals team teams seam steady switch switches stitch itch twitchy finance finances financial balance "
        + "goggle goggles googly ample apply applet apples maple amazing amazons amazonas nitrogen nitrous nitra citro dyna dynamo ledge ledgers edger pledge legder tracer tresor trezors minecrafts blizzards "
        + "paipai networks netflex telegrams telegraph telegraaf moderators moderate moderation playstations nintendos openseas opensta uniswaps robot robots roboto dropboxes dropbox instant instagrams facebooks "
        + "microsofts micros microsite icloud cloud clouds iclouds paypay payday payroll papal epicgame coinbases coinbase coinbit coinbox youtubers youtubes";

    private static readonly FrozenDictionary<string, BaitKinds>.AlternateLookup<ReadOnlySpan<char>> Words = Build();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Innocent =
        InnocentList.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word is bait for.</summary>
    /// <param name="drawn">As <see cref="DrawnText"/> has it.</param>
    public static BaitKinds KindsOf(ReadOnlySpan<char> drawn) => Words.TryGetValue(drawn, out BaitKinds kinds) ? kinds : BaitKinds.None;

    public static bool IsInnocent(ReadOnlySpan<char> word) => Innocent.Contains(word);

    /// <summary>A slip of the hand away from the words that most scams use.</summary>
    public static bool IsNearLure(ReadOnlySpan<char> drawn)
    {
        if (drawn.Length is < 4 or > 9)
            return false;
        foreach (string word in (ReadOnlySpan<string>)["nitro", "gift", "giveaway"])
        {
            if (drawn[0] == word[0] && DrawnText.Distance(drawn, word, 1) <= 1)
                return true;
        }

        return false;
    }

    private static FrozenDictionary<string, BaitKinds>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var words = new Dictionary<string, BaitKinds>();
        Add(PlainList, BaitKinds.ForAny | BaitKinds.ForCoined | BaitKinds.ForLure);
        Add(MildList, BaitKinds.ForCoined);
        Add(LureList, BaitKinds.ForLure);
        return words.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(string list, BaitKinds kinds)
        {
            foreach (string word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(DrawnText.Of))
                words[word] = words.GetValueOrDefault(word) | kinds;
        }
    }
}

/// <summary>Which brands a word is bait beside.</summary>
[Flags]
internal enum BaitKinds
{
    None = 0,
    ForAny = 1,
    ForCoined = 2,
    ForLure = 4,
}
