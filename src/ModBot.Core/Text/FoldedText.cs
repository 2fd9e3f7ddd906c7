namespace ModBot.Core.Text;

/// <summary>
/// A folded reading of a text with the way back to the original: for each folded character the UTF-16 units it came from.
/// A buffer that is refilled, not shared between threads.
/// </summary>
public sealed class FoldedText
{
    private char[] characters = new char[256];
    private int[] sources = new int[256];
    private int[] ends = new int[256];
    private byte[] marks = [];

    public int Length { get; private set; }

    /// <summary>The folded characters; valid until the buffer is filled again.</summary>
    public ReadOnlySpan<char> Span => characters.AsSpan(0, Length);

    /// <summary>Length in UTF-16 units of the text this was folded from.</summary>
    public int SourceLength { get; private set; }

    /// <summary>The original position of a folded one; <paramref name="index"/> may be <see cref="Length"/>. Never falls as the index grows.</summary>
    public int SourceOf(int index) => index >= Length ? SourceLength : sources[index];

    /// <summary>The original position behind the last unit that a folded character was read from, its combining marks included.</summary>
    public int SourceEndOf(int index) => index >= Length ? SourceLength : ends[index];

    /// <summary>The original span that the folded characters [start, start+length) were read from.</summary>
    public (int Start, int Length) SourceSpan(int start, int length)
    {
        int from = SourceOf(start);
        int to = length == 0 ? from : Math.Max(from, SourceEndOf(start + length - 1));
        return (from, to - from);
    }

    public override string ToString() => Span.ToString();

    internal void Clear(int sourceLength)
    {
        Length = 0;
        SourceLength = sourceLength;
    }

    /// <summary>Makes room for that many further characters, so that <see cref="AppendFast"/> may follow.</summary>
    internal void Reserve(int count)
    {
        if (Length + count <= characters.Length)
            return;
        int size = Math.Max(characters.Length * 2, Length + count);
        Array.Resize(ref characters, size);
        Array.Resize(ref sources, size);
        Array.Resize(ref ends, size);
    }

    internal void Append(char character, int source, int end)
    {
        Reserve(1);
        AppendFast(character, source, end);
    }

    /// <summary>Appends where <see cref="Reserve"/> has made room.</summary>
    internal void AppendFast(char character, int source, int end)
    {
        int at = Length;
        characters[at] = character;
        sources[at] = source;
        ends[at] = end;
        Length = at + 1;
    }

    /// <summary>Lets the last character have been read from units up to <paramref name="end"/>.</summary>
    internal void ExtendLast(int end)
    {
        if (Length > 0)
            ends[Length - 1] = end;
    }

    internal void Replace(int index, char character) => characters[index] = character;

    /// <summary>A cleared scratch area of that length, for one pass over the source.</summary>
    internal Span<byte> Marks(int length)
    {
        if (marks.Length < length)
            marks = new byte[Math.Max(length, 256)];
        Span<byte> cleared = marks.AsSpan(0, length);
        cleared.Clear();
        return cleared;
    }
}
