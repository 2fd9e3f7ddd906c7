using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class SelfHarmTests
{
    [Theory]
    [InlineData("i can't take it anymore, i want to end my life")]
    [InlineData("i've been cutting myself again")]
    [InlineData("everyone would be better off without me")]
    [InlineData("i just want to go to sleep and never wake up")]
    [InlineData("there is no point in living any more")]
    [InlineData("tonight I will swallow all my pills")]
    [InlineData("i wish i was dead")]
    [InlineData("I don't want to be alive anymore")]
    [InlineData("thinking about jumping off the bridge tonight")]
    [InlineData("my arms are covered in cuts and I'm not stopping")]
    [InlineData("I wrote my goodbye letters")]
    [InlineData("nobody will care when I'm gone")]
    [InlineData("planning to kill myself on friday")]
    [InlineData("can't do this anymore, I just want to die")]
    [InlineData("I starve myself because I deserve it")]
    [InlineData("my plan is to overdose this weekend")]
    [InlineData("I keep thinking about killing myself")]
    [InlineData("id rather be dead than go through this again")]
    [InlineData("no one would even notice if i disappeared")]
    public void It_is_found(string text) => Assert.Contains(Category.SelfHarm, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("i can't take it anymore, i want to end my contract")]
    [InlineData("i've been cutting hedges again")]
    [InlineData("everyone would be better off without ads")]
    [InlineData("i just want to go to sleep early")]
    [InlineData("there is no point in arguing any more")]
    [InlineData("tonight I will swallow my pride")]
    [InlineData("i wish i was in Rome")]
    [InlineData("I could die of laughter, this is gold")]
    [InlineData("this homework is killing me")]
    [InlineData("I'd kill for a coffee")]
    [InlineData("my friend wants to hurt herself, how can I help her?")]
    [InlineData("If you think about suicide, please call a helpline.")]
    [InlineData("He killed himself last spring and we still miss him.")]
    [InlineData("I'm dead, this meme is too good")]
    [InlineData("kill me now, another Monday")]
    [InlineData("suicide squad was a fun movie")]
    [InlineData("I want to die on a beach when I'm ninety")]
    [InlineData("how do I help a friend who self harms?")]
    [InlineData("no one would even notice if the logo disappeared")]
    [InlineData("This traffic makes me want to scream.")]
    [InlineData("My brother died by suicide and I miss him.")]
    public void A_near_miss_is_left_alone(string text) => Assert.Equal(CategorySet.Empty, AbuseProbe.CategoriesOf(text));
}
