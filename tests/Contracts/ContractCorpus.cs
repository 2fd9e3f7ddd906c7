using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Contracts;

/// <summary>A few plain examples of both labels, without abuse, for what every trainer must manage.</summary>
internal static class ContractCorpus
{
    public static readonly LabelledText[] Examples =
    [
        Spam("gifts", "claim your free gift card now at gift-winner.example"),
        Spam("gifts", "you won a free gift card, claim it today"),
        Spam("gifts", "free nitro for the first 100, claim here https://nitro-gift.example"),
        Spam("gifts", "steam gift card giveaway, claim your 50$ now"),
        Spam("gifts", "lucky winner! your gift is waiting, claim it at https://prize.example"),
        Spam("income", "earn 500$ a day from home, message me on telegram"),
        Spam("income", "passive income without work, message me now"),
        Spam("income", "i made 4000$ last week from home, ask me how on whatsapp"),
        Spam("income", "work from home and earn 90$ an hour, link in my profile"),
        Spam("income", "financial freedom in 30 days, earn from home, telegram @fastmoney"),
        Spam("crypto", "double your bitcoin in 24 hours, guaranteed profit"),
        Spam("crypto", "join our crypto pump group for guaranteed profit"),
        Spam("crypto", "send 1 eth and get 2 eth back, guaranteed"),
        Spam("crypto", "free crypto signals with guaranteed profit, join now https://pump.example"),
        Spam("crypto", "airdrop is live, connect your wallet and claim https://airdrop.example"),
        Ham("sport", "who is coming to practice on sunday?"),
        Ham("sport", "great match yesterday, that last goal was lucky"),
        Ham("sport", "practice is moved to eight, bring water"),
        Ham("sport", "our keeper saved two penalties, what a game"),
        Ham("sport", "i cannot come on sunday, my knee still hurts"),
        Ham("school", "did anyone finish the homework?"),
        Ham("school", "the exam was harder than i thought"),
        Ham("school", "can you send me your notes from the lecture?"),
        Ham("school", "our teacher moved the deadline to friday"),
        Ham("school", "i will be in the library until six"),
        Ham("games", "the new patch broke my save file"),
        Ham("games", "anyone up for a round tonight?"),
        Ham("games", "the boss in the third level is too strong"),
        Ham("games", "i bought the game on sale, worth it"),
        Ham("games", "my internet is slow today, sorry for the lag"),
    ];

    private static LabelledText Spam(string family, string text) => new(text, true, CategorySet.Empty, family, HasAbuseLabels: true);

    private static LabelledText Ham(string family, string text) => new(text, false, CategorySet.Empty, family, HasAbuseLabels: true);
}
