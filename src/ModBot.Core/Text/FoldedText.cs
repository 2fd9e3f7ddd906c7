namespace ModBot.Core.Text;

/// <summary>
/// A folded reading of a text with the way back to the original: for each folded character the UTF-16 position it came from.
/// A buffer that is refilled, not shared between threads.
/// </summary>
public sealed class FoldedText
{
    private char[] characters = new char[256];
    private int[] sources = new int[257];

    public int Length { get; private set; }

    /// <summary>The folded characters; valid until the next <see cref="Clear"/>.</summary>
    public ReadOnlySpan<char> Span => characters.AsSpan(0, Length);

    /// <summary>Length in UTF-16 units of the text this was folded from.</summary>
    public int SourceLength { get; private set; }

    /// <summary>The original position of a folded one; <paramref name="index"/> may be <see cref="Length"/>.</summary>
    public int SourceOf(int index) => index >= Length ? SourceLength : sources[index];

    /// <summary>The original span that the folded characters [start, start+length) were read from.</summary>
    public (int Start, int Length) SourceSpan(int start, int length)
    {
        int from = SourceOf(start);
        int to = length == 0 ? from : Math.Max(from, SourceOf(start + length));
        return (from, to - from);
    }

    public override string ToString() => Span.ToString();

    internal void Clear(int sourceLength)
    {
        Length = 0;
        SourceLength = sourceLength;
    }

    internal void Append(char character, int source)
    {
        if (Length == characters.Length)
        {
            Array.Resize(ref characters, characters.Length * 2);
            Array.Resize(ref sources, characters.Length + 1);
        }

        characters[Length] = character;
        sources[Length++] = source;
    }
}
