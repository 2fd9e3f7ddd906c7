using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Spam;

/// <summary>A handful of examples for tests of the machinery, not of quality.</summary>
internal static class SmallCorpus
{
    private static readonly string[] Spam =
    [
        "claim your free nitro gift at the link before midnight", "earn 500 dollars a day from home, message me on telegram",
        "cheap followers for your channel, order on our site", "your wallet is blocked, confirm your seed phrase here",
        "double your bitcoin today, invest with our expert trader", "hot girls near you want to chat, click the link",
        "win a free phone, reply with your number to claim the prize", "instant loan without checks, apply on whatsapp",
    ];

    private static readonly string[] Ham =
    [
        "did anyone finish the homework for tuesday", "the new patch broke my build again, reverting",
        "good game everyone, same time tomorrow?", "my cat walked over the keyboard and closed the editor",
        "i think the second season was better than the first", "can you send me the slides from class",
        "rain all weekend, guess i'll stay in and bake", "what port does the server listen on by default",
        "lol that clip is amazing", "thanks, that fixed it for me",
    ];

    public static IReadOnlyList<LabelledText> Examples { get; } =
    [
        .. Spam.Select((text, index) => new LabelledText(text, true, CategorySet.Empty, index < 4 ? "bait" : "offers", true)),
        .. Ham.Select((text, index) => new LabelledText(text, false, CategorySet.Empty, index < 5 ? "chat" : "talk", true)),
    ];
}
