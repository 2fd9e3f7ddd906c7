namespace ModBot.Core.Abuse;

/// <summary>How many characters play each part in a reading.</summary>
internal readonly ref struct RoleCounts
{
    public RoleCounts(ReadOnlySpan<LetterRole> roles)
    {
        foreach (LetterRole role in roles)
        {
            switch (role)
            {
                case LetterRole.Letter:
                    Letters++;
                    break;
                case LetterRole.Repeat:
                    Repeats++;
                    break;
                case LetterRole.Alike:
                    Alike++;
                    break;
                case LetterRole.Digit:
                    Digits++;
                    break;
                case LetterRole.Sign:
                    Signs++;
                    break;
                case LetterRole.Stroke:
                    Strokes++;
                    break;
                case LetterRole.VowelMask:
                    HiddenVowels++;
                    break;
                case LetterRole.Mask:
                    Masks++;
                    break;
                default:
                    Gaps++;
                    break;
            }
        }
    }

    public int Letters { get; }

    public int Repeats { get; }

    public int Alike { get; }

    public int Digits { get; }

    public int Signs { get; }

    public int Strokes { get; }

    public int HiddenVowels { get; }

    public int Masks { get; }

    public int Gaps { get; }

    public int Hidden => HiddenVowels + Masks;

    /// <summary>Letters that are not written as themselves.</summary>
    public int Replaced => Alike + Digits + Signs + Hidden;

    /// <summary>Letters of the word.</summary>
    public int Length => Letters + Replaced;

    public bool IsDisguised => Replaced + Repeats + Gaps > 0;
}
