using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Spam;

public sealed class StructureTests
{
    [Theory]
    [InlineData("win $500 now", StructureFeature.MoneyAmount)]
    [InlineData("only 20€ left", StructureFeature.MoneyAmount)]
    [InlineData("7k a month", StructureFeature.MoneyRate)]
    [InlineData("$9,500 this week", StructureFeature.LargeMoneyAmount)]
    [InlineData("up 40% today", StructureFeature.Percentage)]
    [InlineData("gains of 300 %", StructureFeature.LargePercentage)]
    [InlineData("a 100x gem", StructureFeature.Multiplier)]
    [InlineData("dm me for details", StructureFeature.ContactHandOff)]
    [InlineData("add me on whatsapp", StructureFeature.MessengerName)]
    [InlineData("call 09061701461 now", StructureFeature.PhoneNumber)]
    [InlineData("ring +44 7700 900123", StructureFeature.PhoneNumber)]
    [InlineData("text WIN to 80488", StructureFeature.ShortCode)]
    [InlineData("see https://example.com/a", StructureFeature.Link)]
    [InlineData("a.xyz and b.top/x", StructureFeature.ManyLinks)]
    [InlineData("grab it: nitro-gifts.xyz", StructureFeature.OddDomain)]
    [InlineData("[discord.com](https://evil.example.ru)", StructureFeature.MaskedLink)]
    [InlineData("join discord.gg/abc", StructureFeature.InviteLink)]
    [InlineData("t.me/coinfixer", StructureFeature.MessengerLink)]
    [InlineData("https://bit.ly/3xyz", StructureFeature.ShortenedLink)]
    [InlineData("https://github.com/a/b", StructureFeature.CommonLink)]
    [InlineData("write to joe@example.com", StructureFeature.EmailAddress)]
    [InlineData("send to 0x52908400098527886E0F7030069857D2E4169EE7", StructureFeature.WalletAddress)]
    [InlineData("@everyone look", StructureFeature.MentionsEveryone)]
    [InlineData("frее mоney", StructureFeature.MixedScript)]
    [InlineData("привет всем друзья", StructureFeature.ForeignScript)]
    [InlineData("HELLO THERE MY FRIENDS", StructureFeature.MostlyCaps)]
    [InlineData("wow!!!", StructureFeature.ExclamationRun)]
    [InlineData("buy $SOL and $PEPE", StructureFeature.ManyCashtags)]
    [InlineData("🎁🎁🎁", StructureFeature.ManyEmoji)]
    [InlineData("fr\u200Bee", StructureFeature.HiddenCharacters)]
    public void A_text_shows(string text, object feature) => Assert.Contains((StructureFeature)feature, Of(text));

    [Theory]
    [InlineData("chapter 500 now", StructureFeature.MoneyAmount)]
    [InlineData("an hour a day", StructureFeature.MoneyRate)]
    [InlineData("version 10x4", StructureFeature.Multiplier)]
    [InlineData("you and me", StructureFeature.ContactHandOff)]
    [InlineData("in 2024", StructureFeature.ShortCode)]
    [InlineData("1234567", StructureFeature.PhoneNumber)]
    [InlineData("end.Then start", StructureFeature.Link)]
    [InlineData("3.14", StructureFeature.Link)]
    [InlineData("e.g. this", StructureFeature.Link)]
    [InlineData("https://example.com", StructureFeature.OddDomain)]
    [InlineData("hello friends", StructureFeature.MixedScript)]
    [InlineData("HELLO there my friends", StructureFeature.MostlyCaps)]
    [InlineData("everyone look", StructureFeature.MentionsEveryone)]
    [InlineData("wow! great!", StructureFeature.ExclamationRun)]
    public void A_near_miss_does_not_show(string text, object feature) => Assert.DoesNotContain((StructureFeature)feature, Of(text));

    private static List<StructureFeature> Of(string text)
    {
        var sink = new StructureSink([]);
        FeatureExtractor.Extract(SeedModel.View(text), ref sink);
        return sink.Features;
    }

    private readonly struct StructureSink(List<StructureFeature> features) : IFeatureSink
    {
        public List<StructureFeature> Features => features;

        public void Add(uint hash, FeatureKind kind, int start, int length)
        {
            if (kind == FeatureKind.Structure)
                features.Add((StructureFeature)start);
        }

        public void EndBlock()
        {
        }
    }
}
