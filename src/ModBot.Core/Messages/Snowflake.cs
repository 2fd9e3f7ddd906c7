using System.Globalization;

namespace ModBot.Core.Messages;

/// <summary>
/// Discord's 64-bit id. Its upper 42 bits are milliseconds since 2015-01-01T00:00:00Z (Discord's epoch, API reference,
/// "Snowflakes"), so an id tells when its object was made.
/// </summary>
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>, ISpanParsable<Snowflake>
{
    /// <summary>Milliseconds from the Unix epoch to Discord's epoch.</summary>
    public const long EpochMilliseconds = 1_420_070_400_000;

    /// <summary>Milliseconds since the Unix epoch at which the object was made.</summary>
    public long UnixMilliseconds => (long)(Value >> 22) + EpochMilliseconds;

    /// <summary>When the object was made, to the millisecond, UTC.</summary>
    public DateTimeOffset Timestamp => DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds);

    /// <summary>The smallest id of that moment; moments before Discord's epoch give 0.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="sequence">0..4,194,303: tells ids of one millisecond apart.</param>
    public static Snowflake At(DateTimeOffset time, uint sequence = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 0x3FFFFFu);
        long since = Math.Max(0, time.ToUnixTimeMilliseconds() - EpochMilliseconds);
        return new Snowflake(((ulong)since << 22) | sequence);
    }

    public static Snowflake Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    public static Snowflake Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out Snowflake id) ? id : throw new FormatException($"'{s}' is not a Discord id (a number of up to 20 digits).");

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Snowflake result)
    {
        bool parsed = ulong.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value);
        result = new Snowflake(value);
        return parsed;
    }

    public static bool TryParse(string? s, IFormatProvider? provider, out Snowflake result) => TryParse(s.AsSpan(), provider, out result);

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
