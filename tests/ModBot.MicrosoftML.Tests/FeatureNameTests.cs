namespace ModBot.MicrosoftML.Tests;

public sealed class FeatureNameTests
{
    [Theory]
    [InlineData("Word.free", "\"free\"")]
    [InlineData("Word.free|nitro", "words \"free nitro\"")]
    [InlineData("Char.f|r|e", "letters \"fre\"")]
    [InlineData("Char.e|<␠>|n", "letters \"e·n\"")]
    [InlineData("Char.<␂>|f|r", "letters \"·fr\"")]
    [InlineData("Char.e|e|<␃>", "letters \"ee·\"")]
    [InlineData("other", "other")]
    public void Slots_are_named_as_a_person_would(string slot, string name) => Assert.Equal(name, FeatureName.Of(slot));
}
