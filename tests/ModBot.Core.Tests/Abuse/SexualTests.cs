using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class SexualTests
{
    [Theory]
    [InlineData("send nudes")]
    [InlineData("show me your tits")]
    [InlineData("i want to fuck you all night")]
    [InlineData("what are you wearing under that dress, sexy")]
    [InlineData("suck my cock babe")]
    [InlineData("r u horny? dm me")]
    [InlineData("nice ass, wanna ride my dick?")]
    [InlineData("can i see your boobs pls")]
    [InlineData("i wanna bend you over my desk")]
    [InlineData("looking for a girl to sext with tonight")]
    [InlineData("dm me your nudes and i'll send mine")]
    [InlineData("are you a virgin? i can fix that")]
    [InlineData("would you let me cum on your face")]
    [InlineData("how big are your tits")]
    [InlineData("bet u taste so good between those legs")]
    [InlineData("wanna see my cock?")]
    [InlineData("take off your bra for me")]
    [InlineData("i'd let her ride me all night")]
    public void It_is_found(string text) => Assert.Contains(Category.Sexual, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("send notes")]
    [InlineData("show me your tips")]
    [InlineData("i want to thank you all tonight")]
    [InlineData("what are you wearing to the wedding")]
    [InlineData("r u hungry? dm me")]
    [InlineData("nice bass, wanna ride my bike?")]
    [InlineData("We discussed breast cancer screening in class.")]
    [InlineData("Sex education should begin early.")]
    [InlineData("the tits and finches are back at the feeder")]
    [InlineData("how big are your tiles")]
    [InlineData("bend over and touch your toes, says the yoga teacher")]
    [InlineData("We studied nude portraits in art class.")]
    [InlineData("vaginal birth after caesarean is possible")]
    [InlineData("take off your shoes please")]
    [InlineData("the doctor asked about my sex life and my blood pressure")]
    public void A_near_miss_is_left_alone(string text) => Assert.Equal(CategorySet.Empty, AbuseProbe.CategoriesOf(text));
}
