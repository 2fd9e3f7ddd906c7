using System.Numerics;
using ModBot.Core.Text;

namespace ModBot.Core.Links;

/// <summary>Tells hosts that pose as a protected brand from that brand's own and from harmless ones. Pure.</summary>
internal static class HostSuspicion
{
    private const int LongestHost = 253;
    private const int LongestLabel = 63;

    /// <summary>Shorter names are compared as drawn only: too many words are a letter away.</summary>
    private const int ShortestEdited = 6;

    /// <summary>Names of this length and more are also compared by their consonants.</summary>
    private const int ShortestSounded = 12;
    private const int MostLettersApart = 5;

    /// <summary>Coined names of this length and more are suspect inside any word.</summary>
    private const int ShortestInside = 11;

    /// <summary>Each brand as drawn, its letters, and how many slips of the hand still make a word the brand.</summary>
    private static readonly (Brand Brand, string Drawn, uint Letters, int Slips)[] Drawn =
        [.. Brands.All.Select(brand => (brand, DrawnText.Of(brand.Name), LettersOf(DrawnText.Of(brand.Name)), Slips(brand)))];

    /// <summary>Why a host is suspect, as one sentence; null where it is not.</summary>
    /// <param name="host">In lower case, as it reads.</param>
    /// <param name="lookAlike">Letters of it are only drawn like those given.</param>
    public static string? Of(ReadOnlySpan<char> host, bool lookAlike)
    {
        if (host.Length > LongestHost)
            return null;
        bool punycode = host.Contains("xn--", StringComparison.Ordinal);
        if (punycode || !System.Text.Ascii.IsValid(host))
        {
            string read = Read(host);
            bool same = host.SequenceEqual(read);
            return same && !lookAlike ? null : OfRead(read, foreign: true);
        }

        return OfRead(host, lookAlike);
    }

    private static string? OfRead(ReadOnlySpan<char> host, bool foreign)
    {
        if (Brands.Genuine.Covers(host))
            return foreign ? $"The link reads {host} but is written with other letters." : null;
        int suffix = PublicSuffixes.SuffixStart(host);
        if (suffix == 0)
            return null;
        if (EmbeddedDomain(host, suffix) is { Length: > 0 } embedded)
            return $"The link begins like {embedded} but leads to {PublicSuffixes.RegistrableDomain(host)}.";
        var signs = new HostSigns();
        if (host[suffix..] is "gift" or "gifts")
            signs.Bait(BaitKinds.ForAny | BaitKinds.ForCoined | BaitKinds.ForLure);
        ReadOnlySpan<char> names = host[..(suffix - 1)];
        foreach (Range label in names.Split('.'))
            Weigh(names[label], label.End.GetOffset(names.Length) == names.Length, ref signs);
        if (signs.Near is not null)
            return $"The link's host {host} looks like {signs.Near.Name}.";
        if (signs.Bare is { Kind: BrandKind.Coined } && (foreign || !IsHosting(host[suffix..])))
            return $"The link's host {host} is not {signs.Bare.Name}'s own.";
        if (signs.IsBaited || (foreign && signs.Brand is { Kind: not BrandKind.Lure }))
            return $"The link's host {host} uses the name {signs.Brand!.Name} as bait.";
        return null;
    }

    /// <summary>A genuine domain that stands in front of the registered one: discord.com.evil.example, steamcommunity.com-x.example.</summary>
    private static ReadOnlySpan<char> EmbeddedDomain(ReadOnlySpan<char> host, int suffix)
    {
        for (int start = 0; start < suffix;)
        {
            int dot = host[start..].IndexOf('.');
            if (dot < 0)
                break;
            int end = start + dot + 1;
            while (end < host.Length && host[end] is not ('.' or '-'))
                end++;
            if (end < suffix && Brands.Genuine.Contains(host[start..end]))
                return host[start..end];
            start += dot + 1;
        }

        return default;
    }

    /// <param name="label">One label before the public suffix.</param>
    /// <param name="registered">It is the label right before the suffix.</param>
    /// <param name="signs">Takes what it gives away.</param>
    private static void Weigh(ReadOnlySpan<char> label, bool registered, ref HostSigns signs)
    {
        if (label.Length > LongestLabel)
            return;
        Span<char> drawn = stackalloc char[LongestLabel];
        Span<char> joined = stackalloc char[LongestLabel];
        int joinedLength = 0;
        int words = 0;
        foreach (Range range in label.SplitAny('-', '_'))
        {
            ReadOnlySpan<char> word = label[range];
            if (word.IsEmpty)
                continue;
            words++;
            word.CopyTo(joined[joinedLength..]);
            joinedLength += word.Length;
            new WordReading(word, drawn[..DrawnText.Write(word, drawn)]).Read(registered && word.Length == label.Length, ref signs);
        }

        // "dis-cord", "steam-community", "hype-squad-events"
        ReadOnlySpan<char> whole = joined[..joinedLength];
        if (words > 1)
            new WordReading(whole, drawn[..DrawnText.Write(whole, drawn)]).Read(registered, ref signs);
    }

    /// <summary>A long coined name anywhere in a word: nobody else has a use for it.</summary>
    internal static Brand? FindInside(ReadOnlySpan<char> drawn)
    {
        foreach ((Brand brand, string name, _, _) in Drawn)
        {
            if (name.Length >= ShortestInside && brand.Kind == BrandKind.Coined && drawn.Contains(name, StringComparison.Ordinal))
                return brand;
        }

        return null;
    }

    /// <summary>The brand that a whole word is, or is nearly; null for none.</summary>
    /// <param name="written">The word.</param>
    /// <param name="drawn">The word as <see cref="DrawnText"/> has it.</param>
    /// <param name="isDrawn">It is drawn just like the brand, if not written so.</param>
    internal static Brand? FindBrand(ReadOnlySpan<char> written, ReadOnlySpan<char> drawn, out bool isDrawn)
    {
        isDrawn = false;
        uint letters = LettersOf(drawn);
        Brand? near = null;
        foreach ((Brand brand, string name, uint nameLetters, int limit) in Drawn)
        {
            if (near is null && name.Length >= ShortestSounded && drawn.Length >= ShortestSounded && SoundsLike(drawn, name))
                near = brand;
            if (Math.Abs(name.Length - drawn.Length) > limit || BitOperations.PopCount(nameLetters & ~letters) > limit)
                continue;
            if (drawn.SequenceEqual(name))
            {
                isDrawn = true;
                return brand;
            }

            if (near is null && limit > 0 && !BaitWords.IsInnocent(written) && DrawnText.Distance(drawn, name, limit) <= limit && IsSlip(drawn, name))
                near = brand;
        }

        return near;
    }

    private static int Slips(Brand brand) => brand switch
    {
        { Kind: BrandKind.Lure } => brand.Name.Length >= 8 ? 2 : 0,
        _ when brand.Name.Length < ShortestEdited => 0,
        _ when brand.Name.Length < 10 || brand.Kind == BrandKind.Common || StartsWithOther(brand) => 1,
        _ when brand.Name.Length < 12 => 2,
        _ => 3,
    };

    /// <summary>"discordapp" and "discordpy" differ in what follows a name that anyone may use.</summary>
    private static bool StartsWithOther(Brand brand) =>
        brand.Name.Length < 12 && Brands.All.Any(other => other != brand && brand.Name.StartsWith(other.Name, StringComparison.Ordinal));

    /// <summary>Long names are told by their consonants, m and n taken for one: steancommyniity.</summary>
    private static bool SoundsLike(ReadOnlySpan<char> drawn, ReadOnlySpan<char> name)
    {
        if (drawn[0] != name[0] || drawn[1] != name[1] || Math.Abs(drawn.Length - name.Length) > MostLettersApart)
            return false;
        Span<char> left = stackalloc char[LongestLabel];
        Span<char> right = stackalloc char[LongestLabel];
        return DrawnText.Distance(left[..Consonants(drawn, left)], right[..Consonants(name, right)], 1) <= 1;
    }

    private static int Consonants(ReadOnlySpan<char> text, Span<char> into)
    {
        int length = 0;
        foreach (char c in text)
        {
            char sound = c == 'm' ? 'n' : c;
            if (c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y') && (length == 0 || into[length - 1] != sound))
                into[length++] = sound;
        }

        return length;
    }

    /// <summary>A typo keeps the first letter or the last, and most of the rest in place.</summary>
    private static bool IsSlip(ReadOnlySpan<char> drawn, ReadOnlySpan<char> name) => drawn[0] == name[0] || (drawn.Length >= 8 && drawn[^1] == name[^1]);

    private static uint LettersOf(ReadOnlySpan<char> text)
    {
        uint letters = 0;
        foreach (char c in text)
            letters |= char.IsAsciiLetterLower(c) ? 1u << (c - 'a') : 1u << 27;
        return letters;
    }

    /// <summary>Under a hosting service's suffix a firm's own pages may bear its bare name.</summary>
    private static bool IsHosting(ReadOnlySpan<char> suffix) => suffix.Contains('.') && suffix.Length > 6;

    private static string Read(ReadOnlySpan<char> host)
    {
        var read = new System.Text.StringBuilder();
        Span<char> decoded = stackalloc char[128];
        foreach (Range range in host.Split('.'))
        {
            ReadOnlySpan<char> label = host[range];
            if (read.Length > 0)
                read.Append('.');
            if (label.StartsWith("xn--") && Punycode.TryDecode(label[4..], decoded, out int length))
                read.Append(decoded[..length]);
            else
                read.Append(label);
        }

        string text = read.ToString();
        var views = new TextViews();
        views.Load(text);
        ScriptReading.ForceLatin(text, views.Folded);
        return views.Folded.ToString();
    }
}
