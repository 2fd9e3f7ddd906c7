using System.Globalization;
using System.Net;
using System.Text;
using ModBot.CommandLine;
using ModBot.Core.Spam;

namespace ModBot.Reports;

/// <summary>An outcome of <c>modbot evaluate</c> as one HTML page with inline plots: no script, nothing loaded from elsewhere.</summary>
internal static class EvaluationPage
{
    private const int MostFamilies = 40;

    public static string Write(EvaluationOutcome outcome)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Append("<title>ModBot: spam model</title><style>").Append(EvaluationPageStyle.Css).Append("</style></head><body><main>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Spam model</h1><p class=\"subject\">{Text(outcome.Subject)}. {outcome.Report.Count:N0} examples, {outcome.Report.SpamCount:N0} of them spam.</p>");
        Figures(page, outcome.Report);
        page.Append("<h2>How well spam and ham are told apart</h2><div class=\"charts\">");
        foreach (SvgChart chart in EvaluationCharts.Of(outcome))
            page.Append("<figure>").Append(chart).Append("</figure>");
        page.Append("</div>");
        Thresholds(page, outcome.Report);
        if (outcome.Families is { } families)
            Families(page, families);
        Mistakes(page, "Ham that looks most like spam", WorstMistakes.Ham(outcome.Examples, outcome.Report.Answers));
        Mistakes(page, "Spam that looks most like ham", WorstMistakes.Spam(outcome.Examples, outcome.Report.Answers));
        page.Append("</main></body></html>\n");
        return page.ToString();
    }

    private static void Figures(StringBuilder page, EvaluationReport report)
    {
        page.Append("<dl class=\"figures\">");
        Figure("accuracy", report.Accuracy);
        Figure("precision", report.Precision);
        Figure("recall", report.Recall);
        Figure("F1", report.F1);
        Figure("ROC-AUC", report.RocAuc);
        Figure("recall at 1 % FPR", report.RecallAt1PercentFalsePositives);
        Figure("recall at 0.1 % FPR", report.RecallAt01PercentFalsePositives);
        Figure("calibration error", report.CalibrationError);
        page.Append("</dl>");

        void Figure(string name, double value) => page.Append(CultureInfo.InvariantCulture, $"<div><dt>{name}</dt><dd>{value:0.0000}</dd></div>");
    }

    private static void Thresholds(StringBuilder page, EvaluationReport report)
    {
        page.Append("<h2>What each threshold would do</h2><p>Everything from the threshold up is called spam.</p><div class=\"wide\"><table><thead><tr><th>threshold</th><th>spam found</th><th>ham called spam</th><th>precision</th><th>recall</th><th>false positives</th></tr></thead><tbody>");
        foreach (ThresholdRow row in report.Thresholds)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{row.Threshold:0.0##}</td><td>{row.TruePositives:N0}</td><td>{row.FalsePositives:N0}</td><td>{row.Precision:0.0000}</td><td>{row.Recall:0.0000}</td><td>{row.FalsePositiveRate:0.00 %}</td></tr>");
        page.Append("</tbody></table></div>");
    }

    private static void Families(StringBuilder page, FamiliesReport families)
    {
        FamilyReport[] worst = [.. families.Families.OrderBy(family => family.RightShare).ThenBy(family => family.Family, StringComparer.Ordinal).Take(MostFamilies)];
        page.Append(CultureInfo.InvariantCulture, $"<h2>Families by models that never saw them</h2><p>The {worst.Length} of {families.Families.Count} with the smallest share right at {EvaluationReport.Threshold:0.0}.</p><div class=\"wide\"><table class=\"families\"><thead><tr><th>family</th><th>right</th><th></th><th>spam found</th><th>ham called spam</th></tr></thead><tbody>");
        foreach (FamilyReport family in worst)
        {
            string series = family.Spam > family.Ham ? "s1" : "s2";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(family.Family)}</td><td>{family.RightShare:0 %}</td><td class=\"bar\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"fill {series}\" width=\"{family.RightShare * 100:0.#}\" height=\"8\"/></svg></td><td>{Of(family.SpamFound, family.Spam)}</td><td>{Of(family.HamCaught, family.Ham)}</td></tr>");
        }

        page.Append("</tbody></table></div>");

        static string Of(int part, int whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{part:N0} of {whole:N0}");
    }

    private static void Mistakes(StringBuilder page, string title, IReadOnlyList<ScoredText> texts)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><div class=\"wide\"><table class=\"mistakes\"><tbody>");
        foreach (ScoredText text in texts)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{text.Score:0.000}</td><td>{Text(text.Family)}</td><td class=\"text\">{Text(text.Text)}</td></tr>");
        page.Append("</tbody></table></div>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
