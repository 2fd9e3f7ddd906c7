using System.Buffers;

namespace ModBot.Core.Links;

/// <summary>A host name as read from a folded text: labels with dots between, or with what people write for a dot.</summary>
internal readonly ref struct HostReader
{
    private const int LongestLabel = 63;
    private const int MostLabels = 20;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>So many spelled dots may stand in one host.</summary>
    private const int MostSpelled = 3;

    private HostReader(ReadOnlySpan<char> text, int start, int end, int plainEnd, int labels, int lastLabel, bool spelled, bool numeric)
    {
        Start = start;
        End = end;
        PlainEnd = plainEnd;
        Labels = labels;
        Ending = text[lastLabel..end];
        EndingStart = lastLabel;
        Spelled = spelled;
        IsAddress = numeric;
        Text = text;
    }

    public ReadOnlySpan<char> Text { get; }

    public int Start { get; }

    /// <summary>Behind the last label.</summary>
    public int End { get; }

    /// <summary>Behind the last label that only plain dots lead to.</summary>
    public int PlainEnd { get; }

    public int Labels { get; }

    /// <summary>The last label.</summary>
    public ReadOnlySpan<char> Ending { get; }

    public int EndingStart { get; }

    /// <summary>At least one dot was written otherwise: " . ", "(.)", "dot".</summary>
    public bool Spelled { get; }

    /// <summary>All labels are numbers: four of up to 255, or one that stands for all four.</summary>
    public bool IsAddress { get; }

    /// <summary>The same host without its last label.</summary>
    public HostReader WithoutEnding()
    {
        int end = Text[..(EndingStart - 1)].Length;
        int last = Text[Start..end].LastIndexOf('.') + Start + 1;
        return new HostReader(Text, Start, end, end, Labels - 1, last, spelled: false, numeric: false);
    }

    public static bool IsLabel(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) || c is '-' or '_' : char.IsLetterOrDigit(c);

    public static int LabelEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsLabel(text[at]))
            at++;
        return at;
    }

    /// <summary>Reads a host and writes it, dots plain, to the list's texts.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the first label begins.</param>
    /// <param name="spelled">Also read what people write for a dot.</param>
    /// <param name="into">Takes the host's characters.</param>
    public static HostReader Read(ReadOnlySpan<char> text, int start, bool spelled, LinkList into)
    {
        int label = start;
        int labels = 0;
        int spelledDots = 0;
        int plainEnd = start;
        int end;
        int number = 0;
        bool numeric = true;
        while (true)
        {
            end = LabelEnd(text, label);
            foreach (char c in text[label..end])
                into.Write(c);
            labels++;
            numeric &= IsNumber(text[label..end], labels == 1);
            number += numeric ? 1 : 0;
            if (spelledDots == 0)
                plainEnd = end;
            int next = DotReader.End(text, end, out bool isSpelled);
            bool goesOn = next > 0 && labels < MostLabels && end - label <= LongestLabel
                && (!isSpelled || (spelled && spelledDots < MostSpelled && !(labels >= 2 && TopLevelDomains.IsKnown(text[label..end]))));
            if (!goesOn)
                break;
            spelledDots += isSpelled ? 1 : 0;
            into.Write('.');
            label = next;
        }

        bool address = numeric && (labels == 4 || (labels == 1 && end - label >= 8));
        return new HostReader(text, start, end, plainEnd, labels, label, spelledDots > 0, address);
    }

    private static bool IsNumber(ReadOnlySpan<char> label, bool whole) =>
        label.Length > 0 && ((label.Length <= 3 && int.TryParse(label, out int part) && part <= 255)
            || (whole && (label.IndexOfAnyExceptInRange('0', '9') < 0 || (label.StartsWith("0x") && label[2..].IndexOfAnyExcept(HexDigits) < 0))));
}
