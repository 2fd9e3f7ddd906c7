namespace ModBot.MicrosoftML;

/// <summary>Turns Microsoft.ML's slot names into words.</summary>
internal static class FeatureName
{
    private const char TextStart = '\u0002';
    private const char TextEnd = '\u0003';

    /// <summary>"Word.free|nitro" becomes <c>words "free nitro"</c>, "Char.f|r|e" <c>letters "fre"</c>; the marks of a text's ends become "·".</summary>
    public static string Of(string slot)
    {
        int dot = slot.IndexOf('.');
        if (dot < 0)
            return slot;
        string gram = slot[(dot + 1)..];
        if (slot.StartsWith("Word", StringComparison.Ordinal))
            return gram.Contains('|') ? $"words \"{gram.Replace('|', ' ')}\"" : $"\"{gram}\"";
        string letters = gram.Replace("<\u2420>", " ", StringComparison.Ordinal)
            .Replace("<\u2402>", "·", StringComparison.Ordinal)
            .Replace("<\u2403>", "·", StringComparison.Ordinal)
            .Replace("|", "", StringComparison.Ordinal)
            .Replace(TextStart, '·')
            .Replace(TextEnd, '·');
        return $"letters \"{letters.Replace(' ', '·')}\"";
    }
}
