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
}
