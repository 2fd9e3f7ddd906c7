namespace ModBot.Core.Links;

/// <summary>Reads one word of a host name as brands and bait run together: <c>freediscordnitro</c>, <c>dlscordgift</c>.</summary>
internal ref struct WordReading
{
    private const int ShortestPiece = 2;
    private const int LongestPiece = 16;
    private const int ShortestBrand = 4;

    /// <summary>So many stray letters or digits may end a word that is otherwise read.</summary>
    private const int Stray = 2;

    private readonly ReadOnlySpan<char> written;
    private readonly ReadOnlySpan<char> drawn;

    /// <summary>Places from which the rest could not be read, without and with a brand before them.</summary>
    private ulong deadWithout;
    private ulong deadWith;
    private BaitKinds bait;
    private Brand? brand;
    private bool exact;

    public WordReading(ReadOnlySpan<char> written, ReadOnlySpan<char> drawn)
    {
        this.written = written;
        this.drawn = drawn;
    }

    /// <param name="bare">The word is all of the registered label.</param>
    /// <param name="signs">Takes what the word gives away.</param>
    public void Read(bool bare, ref HostSigns signs)
    {
        BaitKinds whole = BaitWords.KindsOf(drawn);
        signs.Bait(whole);
        Brand? found = HostSuspicion.FindBrand(written, drawn, out bool isDrawn);
        if (found is not null && (isDrawn || whole == BaitKinds.None))
            signs.See(found, isDrawn && written.SequenceEqual(found.Name), bare);
        if (found is not null || whole != BaitKinds.None)
            return;
        if (HostSuspicion.FindInside(drawn) is { } inside)
        {
            signs.See(inside, exact: true, bare: true);
            return;
        }

        if (drawn.Length >= ShortestBrand && Try(0, seen: null, seenBait: BaitKinds.None) && brand is not null)
        {
            signs.See(brand, exact, bare && exact && IsNumbered(brand));
            signs.Bait(bait);
        }
    }

    private bool Try(int at, Brand? seen, BaitKinds seenBait)
    {
        if (seen is not null && drawn.Length - at <= Stray && (at == drawn.Length || seenBait != BaitKinds.None || IsDigits(written[^(drawn.Length - at)..])))
        {
            brand = seen;
            bait = seenBait;
            exact = seen.Kind == BrandKind.Lure || written.Contains(seen.Name, StringComparison.Ordinal);
            return true;
        }

        ulong place = 1UL << at;
        if (((seen is null ? deadWithout : deadWith) & place) != 0)
            return false;
        int longest = Math.Min(LongestPiece, drawn.Length - at);
        for (int length = longest; length >= ShortestPiece; length--)
        {
            ReadOnlySpan<char> piece = drawn.Slice(at, length);
            BaitKinds kinds = BaitWords.KindsOf(piece);
            if (kinds == BaitKinds.None && BaitWords.IsNearLure(piece))
                kinds = BaitKinds.ForCoined;
            if (kinds != BaitKinds.None && Try(at + length, seen, seenBait | kinds))
                return true;
            if (length < ShortestBrand || HostSuspicion.FindBrand(piece, piece, out _) is not { } found)
                continue;
            bool lure = seen is not null && found.Kind == BrandKind.Lure;
            if (seen is null ? Try(at + length, found, seenBait) : lure && Try(at + length, seen, seenBait | BaitKinds.ForAny | BaitKinds.ForCoined))
                return true;
        }

        if (seen is null)
            deadWithout |= place;
        else
            deadWith |= place;
        return false;
    }

    /// <summary>"discord24": the brand and a number, nothing else.</summary>
    private readonly bool IsNumbered(Brand of) => written.StartsWith(of.Name) && IsDigits(written[of.Name.Length..]);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
