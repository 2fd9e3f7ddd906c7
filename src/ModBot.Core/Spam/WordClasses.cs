namespace ModBot.Core.Spam;

/// <summary>The members of each <see cref="WordClass"/>, found by the hash that the tokeniser has computed anyway.</summary>
internal static class WordClasses
{
    private const int Size = 1024;

    private static readonly (WordClass Class, string Words)[] Members =
    [
        (WordClass.Contact, "dm dms pm inbox text txt message msg hmu contact reach write hit call ring ping email mail add reply chat"),
        (WordClass.Messenger, "telegram tele tg whatsapp watsapp whatsap wechat snapchat snap kik signal skype viber instagram insta ig discord onlyfans cashapp"),
        (WordClass.Money, "money cash dollars dollar bucks pounds usd eur euro euros gbp usdt paid pay pays payment payout payouts salary income prize reward rewards bonus deposit refund loan loans credit debt fund funds grant rich wealthy millionaire"),
        (WordClass.Earning, "earn earns earned earning earnings make making makes made income profit profits profitable withdraw withdrawal withdrew gains roi passive payout weekly daily hourly monthly"),
        (WordClass.Crypto, "crypto cryptocurrency bitcoin btc eth ethereum sol solana usdt token tokens coin coins airdrop wallet wallets nft nfts presale mint staking defi blockchain binance metamask doge memecoin pump altcoin xrp bnb seed phrase"),
        (WordClass.Gift, "free gift gifts giveaway giveaways win winner winners won prize prizes claim claimed voucher vouchers nitro steam skins robux vbucks bonus reward rewards selected lucky congratulations congrats gratis award awarded"),
        (WordClass.Urgency, "now today urgent urgently hurry limited expires expire expiring ends ending last final immediately asap quick fast instant instantly tonight soon only hours spots slots left before"),
        (WordClass.CallToAction, "click visit join subscribe follow register signup sign apply order buy download verify check checkout link links website site bio profile tap start grab get claim send reply"),
        (WordClass.Account, "account accounts login password verify verification verified suspended blocked banned security confirm locked unusual activity code otp reported appeal"),
        (WordClass.Promotion, "offer offers discount sale deal deals cheap price prices promo promotion code coupon off shop store brand guaranteed guarantee certified legit trusted official service services seo followers subscribers views likes growth traffic boost rank"),
        (WordClass.Adult, "sexy sex nudes nude naked horny hot girls girl babe singles dating escort cam webcam porn xxx adult hookup onlyfans lonely 18+"),
        (WordClass.Staff, "admin administrator moderator mod staff support team official helpdesk agent representative expert mentor manager hacker recovery"),
        (WordClass.Invest, "invest invested investing investment investments investor trader trading trade trades traders forex signals broker mentor binary stocks portfolio returns roi minimum capital"),
        (WordClass.Addressed, "you your yours u ur me my us our"),
        (WordClass.HandOff, "me us him her now on via admin support"),
        (WordClass.MoneyUnit, "k usd usdt dollars bucks euro euros eur gbp pounds quid million btc eth sol grand m"),
        (WordClass.Period, "day daily week weekly month monthly hour hourly hr hrs wk"),
    ];

    private static readonly (uint Key, WordSet Set)[] Table = Build();

    /// <summary>The classes of a word.</summary>
    public static WordSet Of(uint hash)
    {
        ReadOnlySpan<(uint Key, WordSet Set)> table = Table;
        for (uint slot = hash & (Size - 1); table[(int)slot].Key != 0; slot = (slot + 1) & (Size - 1))
        {
            if (table[(int)slot].Key == hash)
                return table[(int)slot].Set;
        }

        return default;
    }

    private static (uint Key, WordSet Set)[] Build()
    {
        var table = new (uint Key, WordSet Set)[Size];
        foreach ((WordClass wordClass, string words) in Members)
        {
            foreach (string word in words.Split(' '))
            {
                uint hash = FeatureHash.OfWord(word);
                uint slot = hash & (Size - 1);
                while (table[slot].Key != 0 && table[slot].Key != hash)
                    slot = (slot + 1) & (Size - 1);
                table[slot] = (hash, table[slot].Set.With(wordClass));
            }
        }

        return table;
    }
}

/// <summary>A set of word classes.</summary>
internal readonly record struct WordSet(uint Bits)
{
    public bool Contains(WordClass wordClass) => (Bits & (1u << (int)wordClass)) != 0;

    public WordSet With(WordClass wordClass) => new(Bits | (1u << (int)wordClass));
}
