using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class SlurTests
{
    [Theory]
    [InlineData("get lost, you dirty kike")]
    [InlineData("another n1gg3r on the team")]
    [InlineData("what a faggot")]
    [InlineData("that \"tranny\" stole the medal")]
    [InlineData("the retards at head office changed it again")]
    [InlineData("these so-called \"niggers\" again")]
    [InlineData("shut your mouth, sand nigger")]
    [InlineData("dirty wetbacks at the border again")]
    [InlineData("look at this tranny lol")]
    public void It_is_found(string text) => Assert.Contains(Category.Slur, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("The word kike is an antisemitic slur.")]
    [InlineData("he got suspended for writing nigger on a locker")]
    [InlineData("my uncle was called a faggot all his life")]
    [InlineData("The paper apologised for printing the word \"tranny\".")]
    [InlineData("flame retardant curtains at head office")]
    [InlineData("Is retard an acceptable word these days?")]
    [InlineData("A commenter used the slur \"wetback\"; the moderators removed it.")]
    [InlineData("My grandfather was called a wetback when he picked lemons.")]
    [InlineData("as a gay man I call my friends fags and they call me worse")]
    [InlineData("we're here, we're queer, the parade starts at noon")]
    public void A_near_miss_is_left_alone(string text) => Assert.Equal(CategorySet.Empty, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("i hate these faggots")]
    [InlineData("i see wetbacks everywhere")]
    [InlineData("you are a retard")]
    [InlineData("i'm telling you, another n1gg3r")]
    public void What_is_plain_is_grave(string text) => Assert.Equal(3, AbuseProbe.Analyze(text).Find(Category.Slur)?.Severity);

    [Theory]
    [InlineData("i'm such a retard lol")]
    [InlineData("I'm a retard, i left the keys in the car")]
    [InlineData("i am not a faggot")]
    [InlineData("niggas be late every time")]
    [InlineData("look at https://example.net/retards-united.html")]
    [InlineData("the darkies next door are loud again")]
    public void What_is_said_of_oneself_or_has_milder_uses_is_not_grave(string text) => Assert.Equal(2, AbuseProbe.Analyze(text).Find(Category.Slur)?.Severity);

    [Theory]
    [InlineData("we wrote a shim for the old driver")]
    [InlineData("mongo keeps timing out on my laptop")]
    [InlineData("wie is er nog wakker")]
    [InlineData("Guido merged the patch himself")]
    [InlineData("and poof, the save file was gone")]
    [InlineData("two tickets for Royal Troon please")]
    [InlineData("a sprinkle of saltines on the soup")]
    [InlineData("that show is pure queerbait")]
    [InlineData("the pair by the mill, a white dog and a brown one")]
    [InlineData("https://img.example.net/u/2986461_f496.jpg")]
    [InlineData("https://example.net/watch?v=f4gg0t_k1ke")]
    public void A_word_with_an_everyday_meaning_is_none_by_itself(string text) => Assert.False(AbuseProbe.CategoriesOf(text).Contains(Category.Slur));
}
