namespace ModBot.Core.Abuse;

/// <summary>The number of letters to put in, leave out or change to make one word of another.</summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>For words of up to 64 letters; longer ones are cut.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (right.Length > Longest)
            right = right[..Longest];
        Span<int> row = stackalloc int[Longest + 1];
        for (int j = 0; j <= right.Length; j++)
            row[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
