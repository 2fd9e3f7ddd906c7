using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class InsultTests
{
    [Theory]
    [InlineData("The author is an idiot.")]
    [InlineData("what a bunch of clowns in that parliament")]
    [InlineData("Our mayor is a spineless coward.")]
    [InlineData("you silly goose")]
    [InlineData("the referee was a complete donkey today")]
    [InlineData("these devs are incompetent clowns")]
    [InlineData("Only a fool would invest in that.")]
    [InlineData("What a stupid article.")]
    [InlineData("The reviewer is clueless about wine.")]
    [InlineData("my teammates are complete morons")]
    public void It_is_found(string text) => Assert.Contains(Category.Insult, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("The author is an idealist.")]
    [InlineData("Our mayor is a careful planner.")]
    [InlineData("What a stupendous article.")]
    [InlineData("my teammates are complete professionals")]
    public void A_near_miss_is_left_alone(string text) => Assert.Equal(CategorySet.Empty, AbuseProbe.CategoriesOf(text));
}
