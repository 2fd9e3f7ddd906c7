using System.Globalization;

namespace ModBot.Dashboard.Charts;

/// <summary>Where the columns of a chart stand, in the chart's own units.</summary>
internal sealed class ColumnLayout
{
    public const int Width = 560;
    public const int Height = 220;
    private const int Left = 44;
    private const int Bottom = 26;
    private const int Top = 8;

    private readonly int count;

    public ColumnLayout(int count, long greatest)
    {
        this.count = Math.Max(1, count);
        Greatest = RoundUp(Math.Max(1, greatest));
    }

    /// <summary>The value at the top of the axis: a round number, at least as great as every value.</summary>
    public long Greatest { get; }

    public IEnumerable<long> Ticks => Greatest < 4 ? Enumerable.Range(0, (int)Greatest + 1).Select(tick => (long)tick) : Enumerable.Range(0, 5).Select(step => Greatest * step / 4).Distinct();

    public static string AxisLeft => Number(Left);

    public static string AxisRight => Number(Width - 4);

    public static string LabelY => Number(Height - 8);

    public static string TickX => Number(Left - 6);

    private double Slot => (double)(Width - 4 - Left) / count;

    public string X(int column) => Number(Left + (Slot * column) + (Slot * 0.12));

    public string Middle(int column) => Number(Left + (Slot * (column + 0.5)));

    public string ColumnWidth => Number(Math.Max(1, Slot * 0.76));

    public string Y(double value) => Number(Top + ((Height - Bottom - Top) * (1 - (value / Greatest))));

    public string Tall(double value) => Number((Height - Bottom - Top) * value / Greatest);

    /// <summary>True where the column's label has room.</summary>
    public bool IsLabelled(int column, int longestLabel)
    {
        int every = (int)Math.Ceiling(longestLabel * 7.5 / Slot);
        return every <= 1 || column % every == 0;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>1, 2, 4, 8 or 10 times a power of ten, so that its quarters are round too.</summary>
    private static long RoundUp(long value)
    {
        if (value <= 4)
            return value;
        long power = 1;
        while (power * 10 <= value)
            power *= 10;
        long[] steps = [1, 2, 4, 8, 10];
        return steps.Select(step => step * power).First(round => round >= value);
    }
}
