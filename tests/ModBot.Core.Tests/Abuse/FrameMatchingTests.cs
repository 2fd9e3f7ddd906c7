using ModBot.Core.Abuse;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

/// <summary>The frame notation, on a lexicon of a few words.</summary>
public sealed class FrameMatchingTests
{
    [Theory]
    [InlineData("ant bee", "fox ant bee yak", true)]
    [InlineData("ant bee", "ant, bee", false)]
    [InlineData("ant bee", "ant. bee", false)]
    [InlineData("ant ..1 bee", "ant, bee", true)]
    [InlineData("ant ..1 bee", "ant zoo bee", true)]
    [InlineData("ant ..1 bee", "ant zoo zoo bee", false)]
    [InlineData("ant ..3 bee", "ant zoo. bee", false)]
    [InlineData("ant bee? cat", "ant cat", true)]
    [InlineData("ant bee? cat", "ant bee cat", true)]
    [InlineData("ant|bee cat", "bee cat", true)]
    [InlineData("ant !bee", "ant bee", false)]
    [InlineData("ant !bee", "ant cat", true)]
    [InlineData("/ ant", "zoo ant", false)]
    [InlineData("/ ant", "zoo, ant", true)]
    [InlineData("^ ant", "zoo, ant", false)]
    [InlineData("^ ant", "zoo. ant", true)]
    [InlineData("# ant #", "ant", true)]
    [InlineData("# ant #", "ant zoo", false)]
    [InlineData("ant bee|/", "ant", true)]
    [InlineData("ant /|bee", "ant, zoo", true)]
    [InlineData("ant bee|/", "ant zoo", false)]
    [InlineData("ant @kill", "ant slay", true)]
    [InlineData("ant @kill", "ant strike down", true)]
    [InlineData("ant @kill+die", "ant slay", false)]
    [InlineData("ant @kill~weapon", "ant axe", false)]
    [InlineData("ant $BOTH", "ant cat", true)]
    public void A_frame_matches_what_its_places_say(string places, string text, bool matches)
    {
        var builder = new AbuseLexiconBuilder();
        LexiconFile.Read("[kill]\nslay\nstrike down\n[kill weapon]\naxe\n", builder.Add);
        AbuseLexicon lexicon = builder.Build($"BOTH = bee|cat\nthreat 3 | {places}\n");
        var views = new TextViews();
        views.Load(text);
        var tokens = new TokenBuffer();
        new AbuseTokenizer(lexicon).Read(views, tokens);
        var signals = new AbuseSignals(tokens, new SpeechContext(tokens, lexicon), lexicon);
        signals.Read();
        Assert.Equal(matches, !signals.Found.IsEmpty);
        if (matches)
            Assert.Equal(Category.Threat, signals.Found[0].Category);
    }

    [Theory]
    [InlineData("threat 3 | bee", "not bee", false)]
    [InlineData("threat 3 neg | bee", "not bee", true)]
    [InlineData("threat 3 | ant ..2 bee", "ant not bee", false)]
    [InlineData("threat 3 | bee", "bee in the game", false)]
    [InlineData("threat 3 firm | bee", "bee in the game", true)]
    public void Negation_and_play_undo_a_frame_unless_it_says_otherwise(string frame, string text, bool matches)
    {
        var builder = new AbuseLexiconBuilder();
        LexiconFile.Read("[neg]\nnot\n[game]\ngame\n", builder.Add);
        AbuseLexicon lexicon = builder.Build(frame);
        var views = new TextViews();
        views.Load(text);
        var tokens = new TokenBuffer();
        new AbuseTokenizer(lexicon).Read(views, tokens);
        var signals = new AbuseSignals(tokens, new SpeechContext(tokens, lexicon), lexicon);
        signals.Read();
        Assert.Equal(matches, !signals.Found.IsEmpty);
    }
}
