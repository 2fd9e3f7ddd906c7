using System.Buffers;

namespace ModBot.Core.Text;

/// <summary>
/// Finds the characters of a text that Discord's Markdown takes for marks: emphasis, spoiler bars, code, quotes, headings,
/// escapes and masked links. Asterisks that mask letters (<c>f*ck</c>, <c>f**k</c>, <c>f***</c>) are no marks.
/// </summary>
internal static class MarkdownMarks
{
    public const byte Keep = 0;
    public const byte Drop = 1;
    public const byte Space = 2;

    private const int Kinds = 8;
    private const int Bars = 6;
    private const int Tildes = 7;

    private static readonly SearchValues<char> Signs = SearchValues.Create("*_~|`\\>#]");

    /// <summary>One of <see cref="Keep"/>, <see cref="Drop"/>, <see cref="Space"/> per unit; empty where there is no mark.</summary>
    /// <param name="text">The original text.</param>
    /// <param name="scratch">Lends the memory of the answer, which is valid until it is asked for marks again.</param>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<char> text, FoldedText scratch)
    {
        int first = text.IndexOfAny(Signs);
        if (first < 0)
            return default;
        Span<byte> marks = scratch.Marks(text.Length);
        new Pass(text, marks, stackalloc int[Kinds], stackalloc int[Kinds]).Run();
        return marks;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at) =>
        (uint)at < (uint)text.Length && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] >= 128 && !char.IsWhiteSpace(text[at])));

    private static bool IsBlank(ReadOnlySpan<char> text, int at) => (uint)at >= (uint)text.Length || char.IsWhiteSpace(text[at]);

    private ref struct Pass
    {
        private readonly ReadOnlySpan<char> text;
        private readonly Span<byte> marks;

        /// <summary>Where a run of that kind waits for its partner; -1 for none.</summary>
        private readonly Span<int> openAt;

        /// <summary>The token in which that run stands inside a word; -1 where it opened at a word's edge and so reaches further.</summary>
        private readonly Span<int> openToken;

        private int token;
        private int bracket = -1;
        private bool inTarget;

        public Pass(ReadOnlySpan<char> text, Span<byte> marks, Span<int> openAt, Span<int> openToken)
        {
            this.text = text;
            this.marks = marks;
            this.openAt = openAt;
            this.openToken = openToken;
            openAt.Fill(-1);
        }

        public void Run()
        {
            int i = 0;
            while (i < text.Length)
                i += Step(i);
        }

        private int Step(int i)
        {
            char c = text[i];
            switch (c)
            {
                case '*' or '_' or '~' or '|':
                    return Emphasis(c, i);
                case '`':
                    marks[i] = Drop;
                    return 1;
                case '\\' when i + 1 < text.Length && char.IsAscii(text[i + 1]) && char.IsPunctuation(text[i + 1]):
                    marks[i] = Drop;
                    return 2;
                case '>' or '#' when i == 0 || text[i - 1] == '\n':
                    return LineStart(c, i);
                case '[':
                    bracket = i;
                    return 1;
                case ']' when bracket >= 0:
                    MaskedLink(i);
                    return 1;
                case ')' when inTarget:
                    marks[i] = Space;
                    inTarget = false;
                    return 1;
            }

            if (c <= ' ')
                token = i;
            return 1;
        }

        private int Emphasis(char c, int i)
        {
            int length = text[i..].IndexOfAnyExcept(c);
            if (length < 0)
                length = text.Length - i;
            if (c is '|' or '~')
            {
                if (length >= 2)
                    Pair(c == '|' ? Bars : Tildes, i, length, token: -1);
                return length;
            }

            if (length > 3)
                return length;
            bool after = IsWord(text, i - 1);
            bool before = IsWord(text, i + length);
            int kind = (c == '*' ? 0 : 3) + length - 1;
            bool inside = after && before;
            if (inside && length == 1)
                return length;
            bool opens = !IsBlank(text, i + length) && !after;
            bool closes = !IsBlank(text, i - 1) && !before;
            bool waiting = openAt[kind] >= 0 && (openToken[kind] < 0 || openToken[kind] == token);
            if (waiting && (closes || inside))
                Close(kind, i, length);
            else if (opens || inside)
                Open(kind, i, inside ? token : -1);
            return length;
        }

        private void Pair(int kind, int i, int length, int token)
        {
            if (length >= 4)
                marks.Slice(i, length).Fill(Drop);
            else if (openAt[kind] >= 0)
                Close(kind, i, length);
            else
                Open(kind, i, token);
        }

        private readonly void Open(int kind, int i, int inToken)
        {
            openAt[kind] = i;
            openToken[kind] = inToken;
        }

        private readonly void Close(int kind, int i, int length)
        {
            marks.Slice(i, length).Fill(Drop);
            int start = openAt[kind];
            for (int at = start; at < i && text[at] == text[start]; at++)
                marks[at] = Drop;
            openAt[kind] = -1;
        }

        private readonly int LineStart(char c, int i)
        {
            int length = 1;
            while (length < 3 && i + length < text.Length && text[i + length] == c)
                length++;
            if (i + length < text.Length && text[i + length] == ' ')
                marks.Slice(i, length).Fill(Drop);
            return length;
        }

        private void MaskedLink(int close)
        {
            int target = close + 2;
            if (target < text.Length && text[close + 1] == '(' && LooksLikeLink(text[target..]))
            {
                marks[bracket] = Drop;
                marks[close] = Drop;
                marks[close + 1] = Space;
                inTarget = true;
            }

            bracket = -1;
        }

        private static bool LooksLikeLink(ReadOnlySpan<char> target) =>
            target[..Math.Min(target.Length, 12)].Contains("://", StringComparison.Ordinal) || target.TrimStart('<').StartsWith("http", StringComparison.OrdinalIgnoreCase);
    }
}
