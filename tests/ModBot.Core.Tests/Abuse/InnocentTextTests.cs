using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

/// <summary>Words that hold an offensive one, and offensive ones in their honest sense.</summary>
public sealed class InnocentTextTests
{
    [Theory]
    [InlineData("assist assassin class classic grass passage embarrass assignment compass bass")]
    [InlineData("Scunthorpe Penistone Essex Sussex Middlesex Cockfosters Lightwater")]
    [InlineData("cocktail peacock cockpit shuttlecock Hitchcock Hancock cockatoo")]
    [InlineData("Dickens Dickinson Dick Van Dyke and Moby Dick")]
    [InlineData("therapist grape drape scrape skyscraper landscape rapeseed")]
    [InlineData("analysis analyst banal canal analogue psychoanalysis")]
    [InlineData("document circumstance cucumber accumulate cumin succumb magna cum laude")]
    [InlineData("title constitution appetite institute titanium competition")]
    [InlineData("shiitake Matsushita Shih Tzu push it, wash it, finish it")]
    [InlineData("button butter butterfly buttress rebuttal scuttlebutt")]
    [InlineData("snigger niggardly nigella denigrate Nigeria Niger")]
    [InlineData("raccoon tycoon cocoon lagoon coonhound maine coon")]
    [InlineData("spice auspicious conspicuous tropical hospice")]
    [InlineData("a chink of light, a chink in the armour")]
    [InlineData("great tits and blue tits at the feeder")]
    [InlineData("git push, git commit, git rebase main")]
    [InlineData("hoe the beds, the garden hoe is blunt")]
    [InlineData("ask the fire crew for more retardant foam")]
    [InlineData("faggots and peas with gravy")]
    [InlineData("beaches, sheets, counts, ducks, forks and shirts")]
    [InlineData("the hooker and the prop scrummed well, played hooker for Bath")]
    [InlineData("Jackson Pollock, Guido van Rossum and Dorothea Dix")]
    [InlineData("homo sapiens and homo erectus")]
    [InlineData("queer theory, queer history and the dyke march")]
    [InlineData("Israel, Islam, Judaism and the Roman Jewish War")]
    [InlineData("bloody hell, what a goal")]
    public void It_is_left_alone(string text) => Assert.Equal(CategorySet.Empty, AbuseProbe.CategoriesOf(text));
}
