using ModBot.Core.Abuse;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

/// <summary>Runs the analysis on one text.</summary>
internal static class AbuseProbe
{
    public static AbuseAnalysis Analyze(string text, MessageContext? context = null, ModelScores scores = default)
    {
        var surface = new SurfaceView();
        surface.Load(new MessageSurface(SurfaceKind.Content, 0, text));
        var analysis = new AbuseAnalysis();
        new AbuseAnalyzer(AbuseLexicon.Default).Analyze(text.Length == 0 ? [] : [surface], context ?? MessageContext.None, scores, analysis);
        return analysis;
    }

    public static CategorySet CategoriesOf(string text) => Analyze(text).Categories;
}
