using System.Globalization;
using System.Net;
using System.Text;

namespace ModBot.Reports;

/// <summary>Draws one chart as inline SVG; colours come from the page's style by the classes s1, s2, s3.</summary>
internal sealed class SvgChart
{
    private const int Width = 460;
    private const int Height = 300;
    private const int Left = 54;
    private const int Right = 24;
    private const int Top = 30;
    private const int Bottom = 46;

    private readonly StringBuilder marks = new();
    private readonly List<(int Series, string Label)> legend = [];
    private readonly string title;
    private readonly ChartAxis x;
    private readonly ChartAxis y;

    public SvgChart(string title, ChartAxis x, ChartAxis y)
    {
        this.title = title;
        this.x = x;
        this.y = y;
    }

    /// <summary>A line through the points, in their order.</summary>
    public SvgChart Line(int series, string label, IEnumerable<(double X, double Y)> points, bool dots = false)
    {
        (double X, double Y)[] all = [.. points];
        if (all.Length == 0)
            return this;
        marks.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line s{series}\" points=\"");
        marks.AppendJoin(' ', all.Select(point => $"{At(PlaceX(point.X))},{At(PlaceY(point.Y))}")).Append("\"/>");
        if (dots)
        {
            foreach ((double px, double py) in all)
                Dot(series, px, py, 3.5);
        }

        legend.Add((series, label));
        return this;
    }

    /// <summary>A dot of a radius in pixels.</summary>
    public SvgChart Dot(int series, double px, double py, double radius)
    {
        marks.Append(CultureInfo.InvariantCulture, $"<circle class=\"fill s{series}\" cx=\"{At(PlaceX(px))}\" cy=\"{At(PlaceY(py))}\" r=\"{At(radius)}\"><title>{x.Write(px)}: {y.Write(py)}</title></circle>");
        return this;
    }

    /// <summary>Upright bars from 0.</summary>
    public SvgChart Bars(int series, string label, IEnumerable<(double From, double To, double Y)> bars)
    {
        foreach ((double from, double to, double value) in bars)
        {
            double top = PlaceY(value);
            double foot = PlaceY(y.From);
            if (foot - top > 0.05)
                marks.Append(CultureInfo.InvariantCulture, $"<rect class=\"fill s{series}\" x=\"{At(PlaceX(from) + 0.5)}\" y=\"{At(top)}\" width=\"{At(PlaceX(to) - PlaceX(from) - 1)}\" height=\"{At(foot - top)}\"><title>{x.Write(from)}–{x.Write(to)}: {y.Write(value)}</title></rect>");
        }

        legend.Add((series, label));
        return this;
    }

    /// <summary>The straight line from corner to corner.</summary>
    public SvgChart Diagonal()
    {
        marks.Append(CultureInfo.InvariantCulture, $"<line class=\"guide\" x1=\"{Left}\" y1=\"{Height - Bottom}\" x2=\"{Width - Right}\" y2=\"{Top}\"/>");
        return this;
    }

    public override string ToString()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\"><text class=\"title\" x=\"{Left}\" y=\"18\">{WebUtility.HtmlEncode(title)}</text>");
        foreach (double tick in x.Ticks)
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{At(PlaceX(tick))}\" y1=\"{Top}\" x2=\"{At(PlaceX(tick))}\" y2=\"{Height - Bottom}\"/><text class=\"tick middle\" x=\"{At(PlaceX(tick))}\" y=\"{Height - Bottom + 15}\">{x.Write(tick)}</text>");
        foreach (double tick in y.Ticks)
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" y1=\"{At(PlaceY(tick))}\" x2=\"{Width - Right}\" y2=\"{At(PlaceY(tick))}\"/><text class=\"tick end\" x=\"{Left - 6}\" y=\"{At(PlaceY(tick) + 4)}\">{y.Write(tick)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label middle\" x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 10}\">{WebUtility.HtmlEncode(x.Label)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label middle\" transform=\"translate(13 {(Top + Height - Bottom) / 2}) rotate(-90)\">{WebUtility.HtmlEncode(y.Label)}</text>");
        svg.Append(marks).Append("</svg>");
        if (legend.Count > 0)
            svg.Append("<p class=\"legend\">").AppendJoin(' ', legend.Select(entry => $"<span class=\"key s{entry.Series}\">{WebUtility.HtmlEncode(entry.Label)}</span>")).Append("</p>");
        return svg.ToString();
    }

    private static string At(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    private double PlaceX(double value) => Left + (x.Place(value) * (Width - Left - Right));

    private double PlaceY(double value) => Height - Bottom - (y.Place(value) * (Height - Top - Bottom));
}
