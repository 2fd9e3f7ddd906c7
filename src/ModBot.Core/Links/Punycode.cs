namespace ModBot.Core.Links;

/// <summary>Decodes the labels of internationalised host names (RFC 3492).</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialN = 128;

    /// <summary>At most so many code points in a label (RFC 1035 allows 63 units).</summary>
    private const int MaximumLength = 63;

    /// <summary>Decodes what follows <c>xn--</c>. False where it is malformed or too long.</summary>
    /// <param name="label">Without the prefix, lower case.</param>
    /// <param name="into">At least 128 units.</param>
    /// <param name="length">UTF-16 units written.</param>
    public static bool TryDecode(ReadOnlySpan<char> label, Span<char> into, out int length)
    {
        length = 0;
        Span<int> points = stackalloc int[MaximumLength];
        int count = Math.Max(0, label.LastIndexOf('-'));
        if (count > MaximumLength)
            return false;
        for (int i = 0; i < count; i++)
            points[i] = label[i];
        int n = InitialN;
        int index = 0;
        int bias = InitialBias;
        int at = count > 0 ? count + 1 : 0;
        while (at < label.Length)
        {
            int before = index;
            if (!TryReadDelta(label, ref at, bias, ref index) || count == MaximumLength)
                return false;
            count++;
            bias = Adapt(index - before, count, before == 0);
            n += index / count;
            index %= count;
            if (n is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
                return false;
            points[index..(count - 1)].CopyTo(points[(index + 1)..]);
            points[index++] = n;
        }

        for (int i = 0; i < count; i++)
        {
            if (points[i] < 0x10000)
            {
                into[length++] = (char)points[i];
                continue;
            }

            into[length++] = (char)(0xD800 + ((points[i] - 0x10000) >> 10));
            into[length++] = (char)(0xDC00 + ((points[i] - 0x10000) & 0x3FF));
        }

        return true;
    }

    private static bool TryReadDelta(ReadOnlySpan<char> label, ref int at, int bias, ref int index)
    {
        long value = index;
        long weight = 1;
        for (int k = Base; ; k += Base)
        {
            if (at == label.Length)
                return false;
            int digit = label[at] switch { >= 'a' and <= 'z' => label[at] - 'a', >= '0' and <= '9' => label[at] - '0' + 26, _ => -1 };
            at++;
            if (digit < 0)
                return false;
            value += digit * weight;
            if (value > int.MaxValue)
                return false;
            int threshold = Math.Clamp(k - bias, TMin, TMax);
            if (digit < threshold)
                break;
            weight *= Base - threshold;
            if (weight > int.MaxValue)
                return false;
        }

        index = (int)value;
        return true;
    }

    private static int Adapt(int delta, int count, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / count;
        int k = 0;
        while (delta > (Base - TMin) * TMax / 2)
        {
            delta /= Base - TMin;
            k += Base;
        }

        return k + ((Base - TMin + 1) * delta / (delta + Skew));
    }
}
