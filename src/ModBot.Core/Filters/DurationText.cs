using System.Globalization;
using System.Text;

namespace ModBot.Core.Filters;

/// <summary>Spans of time as people type them: <c>90s</c>, <c>10m</c>, <c>1d12h</c>. Units are w, d, h, m and s, the greater first, each at most once.</summary>
public static class DurationText
{
    private const string Units = "wdhms";
    private static readonly long[] Seconds = [604_800, 86_400, 3_600, 60, 1];

    /// <summary>What to type, for error messages.</summary>
    public const string Form = "a time such as 90s, 10m, 1h30m or 7d";

    /// <summary>Reads a span of at most ten years.</summary>
    /// <returns>False for anything else: no unit, unknown units, units out of order.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        const long longest = 10 * 366 * 86_400L;
        long total = 0;
        int unit = -1;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        while (rest.Length > 0)
        {
            int digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is <= 0 or > 9)
                return false;
            int next = Units.IndexOf(char.ToLowerInvariant(rest[digits]), StringComparison.Ordinal);
            if (next <= unit)
                return false;
            unit = next;
            total += long.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture) * Seconds[unit];
            if (total > longest)
                return false;
            rest = rest[(digits + 1)..];
        }

        duration = TimeSpan.FromSeconds(total);
        return true;
    }

    /// <summary>Writes whole seconds so that <see cref="TryParse"/> reads them again; <c>0s</c> for none. Weeks are written as days.</summary>
    public static string Write(TimeSpan duration)
    {
        long rest = (long)duration.TotalSeconds;
        if (rest <= 0)
            return "0s";
        var text = new StringBuilder();
        for (int i = 1; i < Seconds.Length; i++)
        {
            long count = rest / Seconds[i];
            rest %= Seconds[i];
            if (count > 0)
                text.Append(CultureInfo.InvariantCulture, $"{count}{Units[i]}");
        }

        return text.ToString();
    }
}
