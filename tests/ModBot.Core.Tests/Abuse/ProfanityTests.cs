using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class ProfanityTests
{
    [Theory]
    [InlineData("holy shit that was close")]
    [InlineData("what the fuck is this update")]
    [InlineData("damn it, missed the bus")]
    [InlineData("this is bullsh*t")]
    [InlineData("abso-fucking-lutely")]
    [InlineData("oh crap, forgot my keys")]
    [InlineData("fuuuuck that was scary")]
    [InlineData("this sh1t slaps")]
    [InlineData("why the hell is it raining")]
    [InlineData("bitchin guitar solo")]
    [InlineData("well shit, there goes the weekend")]
    [InlineData("WTF is going on")]
    public void It_is_found(string text) => Assert.Contains(Category.Profanity, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("holy ship that was close")]
    [InlineData("what the folk is this tune")]
    [InlineData("this is a bulldog")]
    [InlineData("the assassin's class passed the glass assessment")]
    [InlineData("Dick Cheney met Dick Van Dyke in Scunthorpe")]
    [InlineData("pass the cockles and mussels")]
    [InlineData("the Shih Tzu won the show")]
    [InlineData("Matsushita and Penistone are places on my map")]
    [InlineData("The bass player from Essex is a classic grape grower")]
    public void A_near_miss_is_left_alone(string text) => Assert.Equal(CategorySet.Empty, AbuseProbe.CategoriesOf(text));
}
