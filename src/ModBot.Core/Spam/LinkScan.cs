using System.Runtime.CompilerServices;

namespace ModBot.Core.Spam;

/// <summary>Links, addresses and wallet numbers of a text, as far as the model needs them; the link filter looks more closely.</summary>
internal static class LinkScan
{
    private const string OddEndings =
        " xyz top site online club info click live vip win bet casino finance fund loan loans icu cyou cfd sbs monster rest buzz shop store link bond quest lol cc ru su tk ml ga cf gq pw ws work trade promo gift gifts bid download stream review racing date zip mov world life today fun space website tech digital cloud ";

    private const string CommonEndings =
        " com net org io gg me co uk de us eu ca au fr it es nl be ch at jp kr in br pl se no fi dk cz ly to tv fm app dev ai edu gov int biz pro ";

    private const string CommonSites =
        " youtube youtu github gitlab wikipedia reddit imgur stackoverflow stackexchange google steampowered steamcommunity discord discordapp twitch twitter x tenor giphy spotify soundcloud amazon ebay bbc nytimes reuters theguardian archive docs microsoft mozilla python ubuntu debian npmjs pypi nuget crates rust-lang kernel apple medium arxiv nature nasa w3 pastebin ";

    private const int LeastWalletDigits = 4;

    private const string Shorteners = " bit tinyurl cutt goo is ow rb shorturl rebrand t tiny s clck linktr short ";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scan(ReadOnlySpan<char> text, int digits, ref StructureSet set)
    {
        int links = 0;
        int linkCharacters = 0;
        for (int dot = text.IndexOf('.'); dot >= 0 && dot < text.Length;)
        {
            if (TryReadHost(text, dot, ref set, out int start, out int end))
            {
                links++;
                while (end < text.Length && !char.IsWhiteSpace(text[end]))
                    end++;
                linkCharacters += end - start;
            }
            else
            {
                end = dot + 1;
            }

            int next = text[end..].IndexOf('.');
            dot = next < 0 ? -1 : end + next;
        }

        set.Add(StructureFeature.Link, links > 0);
        set.Add(StructureFeature.ManyLinks, links > 1);
        set.Add(StructureFeature.OnlyLink, links > 0 && linkCharacters + 10 > text.Length);
        set.Add(StructureFeature.MaskedLink, links > 0 && text.Contains("](", StringComparison.Ordinal));
        if (digits >= LeastWalletDigits)
            ScanLongRuns(text, ref set);
    }

    private static bool TryReadHost(ReadOnlySpan<char> text, int dot, ref StructureSet set, out int start, out int end)
    {
        start = dot;
        while (start > 0 && IsHostCharacter(text[start - 1]))
            start--;
        end = dot + 1;
        while (end < text.Length && IsHostCharacter(text[end]))
            end++;
        ReadOnlySpan<char> host = text[start..end].Trim('.');
        int lastDot = host.LastIndexOf('.');
        if (start == dot || lastDot <= 0 || host.Length - lastDot - 1 is < 2 or > 12)
            return false;
        if (start > 0 && text[start - 1] == '@')
        {
            set.Add(StructureFeature.EmailAddress);
            return true;
        }

        bool schemed = start >= 3 && text[start - 1] == '/' && text[start - 2] == '/';
        Span<char> buffer = stackalloc char[16];
        ReadOnlySpan<char> ending = Padded(host[(lastDot + 1)..], buffer);
        bool odd = OddEndings.AsSpan().Contains(ending, StringComparison.Ordinal);
        if (!schemed && !odd && !CommonEndings.AsSpan().Contains(ending, StringComparison.Ordinal))
            return false;
        set.Add(StructureFeature.OddDomain, odd);
        int labelStart = host[..lastDot].LastIndexOf('.') + 1;
        ReadOnlySpan<char> name = host[labelStart..lastDot];
        Classify(text, end, name, host[(lastDot + 1)..], ref set);
        return true;
    }

    private static void Classify(ReadOnlySpan<char> text, int end, ReadOnlySpan<char> name, ReadOnlySpan<char> ending, ref StructureSet set)
    {
        if (name.Length > 24)
            return;
        Span<char> buffer = stackalloc char[32];
        ReadOnlySpan<char> padded = Padded(name, buffer);
        bool invite = padded is " discord " && ending is "gg" || (padded is " discord " or " discordapp " && text[end..].StartsWith("/invite", StringComparison.OrdinalIgnoreCase));
        bool messenger = (padded is " t " or " wa " or " telegram " && ending is "me") || padded is " whatsapp ";
        set.Add(StructureFeature.InviteLink, invite);
        set.Add(StructureFeature.MessengerLink, messenger);
        if (invite || messenger)
            return;
        set.Add(StructureFeature.ShortenedLink, Shorteners.AsSpan().Contains(padded, StringComparison.Ordinal) && end < text.Length && text[end] == '/');
        set.Add(StructureFeature.CommonLink, CommonSites.AsSpan().Contains(padded, StringComparison.Ordinal));
    }

    private static ReadOnlySpan<char> Padded(ReadOnlySpan<char> label, Span<char> buffer)
    {
        buffer[0] = ' ';
        for (int i = 0; i < label.Length; i++)
            buffer[i + 1] = char.ToLowerInvariant(label[i]);
        buffer[label.Length + 1] = ' ';
        return buffer[..(label.Length + 2)];
    }

    private static void ScanLongRuns(ReadOnlySpan<char> text, ref StructureSet set)
    {
        int run = 0, digits = 0, phoneDigits = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetterOrDigit(c))
            {
                run++;
                if (char.IsAsciiDigit(c))
                {
                    digits++;
                    phoneDigits++;
                }
                else
                {
                    phoneDigits = 0;
                }

                continue;
            }

            set.Add(StructureFeature.WalletAddress, run is >= 26 and <= 64 && digits >= LeastWalletDigits && digits < run - 4);
            set.Add(StructureFeature.PhoneNumber, phoneDigits is >= 9 and <= 14 && (c is ' ' or '.' or ',' or ')' or '\n' || i == text.Length));
            if (c is not ('-' or ' ' or '(' or ')' or '+'))
                phoneDigits = 0;
            if (c == '+')
                phoneDigits = 0;
            run = 0;
            digits = 0;
        }
    }

    private static bool IsHostCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.';
}
