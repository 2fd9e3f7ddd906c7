namespace ModBot.Core.Text;

/// <summary>
/// One text in the readings that filters and models use. A buffer that is refilled with <see cref="Load"/>, not shared
/// between threads; readings are made when first asked for.
/// </summary>
public sealed class TextViews
{
    private readonly FoldedText folded = new();
    private readonly FoldedText squeezed = new();
    private bool hasFolded;
    private bool hasSqueezed;

    /// <summary>The text as the author wrote it.</summary>
    public string Original { get; private set; } = "";

    /// <summary>
    /// Case, diacritics, compatibility forms, homoglyphs and stylised letters folded to plain lower-case letters; zero-width
    /// characters, Markdown marks and spoiler bars gone; percent-encoding undone; runs of white space made one space.
    /// </summary>
    public FoldedText Folded
    {
        get
        {
            if (!hasFolded)
            {
                TextFolder.Fold(Original, folded);
                hasFolded = true;
            }

            return folded;
        }
    }

    /// <summary><see cref="Folded"/>, and besides: leet digits and symbols inside words read as letters, separators between single letters gone, runs of a letter cut to two.</summary>
    public FoldedText Squeezed
    {
        get
        {
            if (!hasSqueezed)
            {
                TextFolder.Squeeze(Folded, squeezed);
                hasSqueezed = true;
            }

            return squeezed;
        }
    }

    public void Load(string text)
    {
        Original = text;
        hasFolded = false;
        hasSqueezed = false;
    }
}
