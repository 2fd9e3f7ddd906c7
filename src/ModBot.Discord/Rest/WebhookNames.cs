namespace ModBot.Discord.Rest;

/// <summary>Names under which a webhook may post (API reference, "Webhook"): 1 to 80 characters, without the words that Discord keeps for itself.</summary>
internal static class WebhookNames
{
    /// <summary>What the bot calls webhooks of its own.</summary>
    public const string Own = "ModBot";

    private const int Longest = 80;
    private static readonly string[] Kept = ["discord", "clyde"];

    /// <summary>The name with an invisible joint in kept words; "member" for an empty one.</summary>
    public static string Allowed(string name)
    {
        string allowed = name.Trim();
        foreach (string word in Kept)
        {
            for (int at = allowed.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = allowed.IndexOf(word, at, StringComparison.OrdinalIgnoreCase))
                allowed = allowed.Insert(at + 1, "\u2060");
        }

        if (allowed.Length == 0)
            return "member";
        int end = Math.Min(allowed.Length, Longest);
        return char.IsHighSurrogate(allowed[end - 1]) ? allowed[..(end - 1)] : allowed[..end];
    }
}
