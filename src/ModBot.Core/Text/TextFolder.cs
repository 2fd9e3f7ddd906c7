namespace ModBot.Core.Text;

/// <summary>Makes the folded readings of a text.</summary>
public static class TextFolder
{
    public static void Fold(string text, FoldedText into)
    {
        into.Clear(text.Length);
        for (int i = 0; i < text.Length; i++)
            into.Append(char.ToLowerInvariant(text[i]), i);
    }

    public static void Squeeze(FoldedText folded, FoldedText into)
    {
        into.Clear(folded.SourceLength);
        for (int i = 0; i < folded.Length; i++)
            into.Append(folded.Span[i], folded.SourceOf(i));
    }
}
