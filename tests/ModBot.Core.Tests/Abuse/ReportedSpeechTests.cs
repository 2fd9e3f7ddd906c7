using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

/// <summary>Whose words they are decides.</summary>
public sealed class ReportedSpeechTests
{
    private const string Topic = "The leaflet said that all immigrants are vermin and must be deported at once, police report.";

    [Theory]
    [InlineData("he called me a faggot in front of the class")]
    [InlineData("someone shouted \"dirty jew\" from the car")]
    [InlineData("she got told to kill herself by four people")]
    [InlineData("he was banned for saying nigger on stream")]
    [InlineData("the word kike is a slur")]
    [InlineData("\"tranny\" is an offensive term")]
    [InlineData("The bishop claimed that gays are a disease.")]
    [InlineData("people who write that the Jews control the media have never met one")]
    [InlineData("\"Send them back\" where, exactly? He was born in Leeds.")]
    [InlineData("> all jews must die\nThis was posted here yesterday, mods please look")]
    public void Reported_speech_is_not_the_authors(string text)
    {
        CategorySet found = AbuseProbe.CategoriesOf(text);
        Assert.DoesNotContain(Category.Slur, found);
        Assert.DoesNotContain(Category.Hate, found);
        Assert.DoesNotContain(Category.Threat, found);
        Assert.DoesNotContain(Category.Harassment, found);
    }

    [Theory]
    [InlineData("these \"faggots\" want a parade")]
    [InlineData("so-called \"niggers\" everywhere")]
    [InlineData("I call them kikes")]
    [InlineData("say that again, faggot")]
    [InlineData("tell the kike to pay")]
    public void Scare_quotes_and_the_authors_own_calling_excuse_nothing(string text) => Assert.Contains(Category.Slur, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("\"all immigrants are vermin and must be deported at once\" - horrible", true)]
    [InlineData("all immigrants are vermin and must be deported at once", true)]
    [InlineData("all immigrants are vermin and must be gone by monday", false)]
    [InlineData("all immigrants are vermin", false)]
    public void What_stands_in_the_topic_is_quoted(string text, bool quoted)
    {
        CategorySet found = AbuseProbe.Analyze(text, new MessageContext(Topic, null)).Categories;
        Assert.Equal(!quoted, found.Contains(Category.Hate));
    }

    [Fact]
    public void What_stands_in_the_answered_message_is_quoted() =>
        Assert.DoesNotContain(Category.Threat, AbuseProbe.Analyze("i will find you and break your legs", new MessageContext(null, "i will find you and break your legs")).Categories);

    [Theory]
    [InlineData("I call myself a dyke and always will")]
    [InlineData("us queers of a certain age remember the bar")]
    [InlineData("my nigga you passed the bar exam")]
    public void Who_names_themselves_by_a_reclaimed_word_uses_no_slur(string text) => Assert.DoesNotContain(Category.Slur, AbuseProbe.CategoriesOf(text));

    [Theory]
    [InlineData("you are not an idiot")]
    [InlineData("he is no moron")]
    [InlineData("don't kill yourself over it")]
    [InlineData("I will never hurt you")]
    [InlineData("Muslims aren't terrorists")]
    public void A_negation_undoes_it(string text) => Assert.Equal(CategorySet.Empty, AbuseProbe.CategoriesOf(text));

    [Fact]
    public void Friends_may_tease() => Assert.DoesNotContain(Category.Harassment, AbuseProbe.CategoriesOf("you crazy bastard, happy birthday, love you"));
}
