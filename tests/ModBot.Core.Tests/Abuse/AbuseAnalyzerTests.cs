using ModBot.Core.Abuse;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Spam;
using ModBot.Core.Tests.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class AbuseAnalyzerTests
{
    private const string Clean = "Thanks for the patch, the second stage builds now and the tests pass on my machine.";

    [Fact]
    public void It_reads_any_text_and_its_evidence_lies_inside_the_original() => RandomText.Holds(text =>
    {
        foreach (AbuseFinding finding in AbuseProbe.Analyze(text + " you stupid f*ck").Findings)
        {
            foreach (Evidence evidence in finding.Evidence)
            {
                if (evidence.Original != (text + " you stupid f*ck").Substring(evidence.Start, evidence.Length))
                    return false;
            }
        }

        return true;
    });

    [Fact]
    public void The_same_text_gives_the_same_findings_whatever_was_read_before() => RandomText.Holds(text =>
    {
        var analyzer = new AbuseAnalyzer(AbuseLexicon.Default);
        var surface = new SurfaceView();
        var analysis = new AbuseAnalysis();
        surface.Load(new MessageSurface(SurfaceKind.Content, 0, "you absolute c*nt, kys"));
        analyzer.Analyze([surface], MessageContext.None, default, analysis);
        surface.Load(new MessageSurface(SurfaceKind.Content, 0, text + "."));
        analyzer.Analyze([surface], MessageContext.None, default, analysis);
        return analysis.Categories == AbuseProbe.CategoriesOf(text + ".");
    });

    [Fact]
    public void Nothing_is_allocated_where_nothing_is_found()
    {
        var analyzer = new AbuseAnalyzer(AbuseLexicon.Default);
        var analysis = new AbuseAnalysis();
        var surface = new SurfaceView();
        surface.Load(new MessageSurface(SurfaceKind.Content, 0, Clean));
        SurfaceView[] surfaces = [surface];
        for (int i = 0; i < 3; i++)
            analyzer.Analyze(surfaces, MessageContext.None, default, analysis);
        long before = GC.GetAllocatedBytesForCurrentThread();
        analyzer.Analyze(surfaces, MessageContext.None, default, analysis);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(analysis.Findings);
    }

    [Fact]
    public void A_very_long_message_is_read_to_its_bound()
    {
        AbuseAnalysis analysis = AbuseProbe.Analyze("fuck you " + string.Concat(Enumerable.Repeat("la la ", 20_000)));
        Assert.Contains(Category.Harassment, analysis.Categories);
    }

    [Fact]
    public void Every_surface_is_read_and_addresses_are_not()
    {
        var named = new SurfaceView();
        named.Load(new MessageSurface(SurfaceKind.AttachmentName, 0, "kill yourself.png"));
        var address = new SurfaceView();
        address.Load(new MessageSurface(SurfaceKind.EmbedUrl, 0, "https://fuck-you.example/"));
        var analysis = new AbuseAnalysis();
        new AbuseAnalyzer(AbuseLexicon.Default).Analyze([address, named], MessageContext.None, default, analysis);
        Assert.Equal(CategorySet.Of(Category.Harassment), analysis.Categories);
        Assert.Equal(SurfaceKind.AttachmentName, Assert.Single(analysis.Findings).Evidence[0].Surface);
    }

    [Fact]
    public void A_reason_never_spells_a_slur_out()
    {
        AbuseFinding finding = AbuseProbe.Analyze("you dirty kike").Find(Category.Slur)!;
        Assert.DoesNotContain("kike", finding.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("k**e", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("Jewish people", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_shows_the_word_as_written_and_as_read()
    {
        Evidence evidence = Assert.Single(AbuseProbe.Analyze("well sh1t").Find(Category.Profanity)!.Evidence);
        Assert.Equal(("sh1t", "shit", 5), (evidence.Original, evidence.Normalised, evidence.Start));
    }

    [Theory]
    [InlineData(0.79f, false)]
    [InlineData(0.80f, true)]
    public void The_model_alone_finds_only_when_it_is_nearly_sure(float probability, bool found)
    {
        AbuseAnalysis analysis = AbuseProbe.Analyze(Clean, scores: new ModelScores { Harassment = probability });
        Assert.Equal(found, analysis.Categories.Contains(Category.Harassment));
        if (found)
            Assert.True(analysis.Find(Category.Harassment)!.ByModel);
    }

    [Fact]
    public void The_model_alone_never_finds_a_slur() =>
        Assert.DoesNotContain(Category.Slur, AbuseProbe.Analyze(Clean, scores: new ModelScores { Slur = 1 }).Categories);

    [Theory]
    [InlineData(0f, false)]
    [InlineData(0.4f, true)]
    public void The_model_lifts_a_weak_signal(float probability, bool found)
    {
        AbuseAnalysis analysis = AbuseProbe.Analyze("jewish bankers again", scores: new ModelScores { Hate = probability });
        Assert.Equal(found, analysis.Categories.Contains(Category.Hate));
        Assert.All(analysis.Findings, finding => Assert.False(finding.ByModel));
    }
}
