using System.Globalization;

namespace ModBot.Reports;

/// <summary>An axis of a <see cref="SvgChart"/>.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="From">The value at its beginning; above 0 where logarithmic.</param>
/// <param name="To">The value at its end.</param>
/// <param name="Ticks">Values that get a line and a number.</param>
/// <param name="Logarithmic">Equal distances are equal factors.</param>
/// <param name="Format">How numbers are written, as in .NET.</param>
internal sealed record ChartAxis(string Label, double From, double To, IReadOnlyList<double> Ticks, bool Logarithmic = false, string Format = "0.##")
{
    /// <summary>Shares from 0 to 1.</summary>
    public static ChartAxis Share(string label) => new(label, 0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1], Format: "0 %");

    /// <summary>Counts from 0 to at least <paramref name="most"/>.</summary>
    public static ChartAxis Count(string label, double most)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1))));
        double step = most / power > 5 ? 2 * power : most / power > 2 ? power : power / 2;
        int steps = Math.Max(1, (int)Math.Ceiling(most / step));
        return new ChartAxis(label, 0, steps * step, [.. Enumerable.Range(0, steps + 1).Select(tick => tick * step)], Format: "#,0.#");
    }

    /// <summary>Powers of ten from <paramref name="from"/> to <paramref name="to"/>, both powers themselves.</summary>
    public static ChartAxis Powers(string label, double from, double to, string format)
    {
        int first = (int)Math.Round(Math.Log10(from));
        int last = (int)Math.Round(Math.Log10(to));
        return new ChartAxis(label, from, to, [.. Enumerable.Range(first, last - first + 1).Select(power => Math.Pow(10, power))], Logarithmic: true, format);
    }

    /// <summary>Where a value stands: 0 at the beginning, 1 at the end; values beyond are drawn at the edge.</summary>
    public double Place(double value) => Math.Clamp(
        Logarithmic ? (Math.Log10(Math.Max(value, From)) - Math.Log10(From)) / (Math.Log10(To) - Math.Log10(From)) : (value - From) / (To - From), 0, 1);

    public string Write(double value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
