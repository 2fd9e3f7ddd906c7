using ModBot.Core.Messages;

namespace ModBot.Moderation;

/// <summary>
/// Nonces of what is posted about a case: the same for every try, another for every case. The platform compares nonces per
/// author, so the guild is part of it: a letter, the guild, a hyphen and the number, to the base 36, at most 25 characters.
/// </summary>
internal static class CaseNonce
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Longest = 25;

    public static string OfCard(Snowflake guild, long number) => Of('c', guild, number);

    public static string OfFailure(Snowflake guild, long number) => Of('f', guild, number);

    /// <summary>Of what one action posts.</summary>
    public static string OfAction(Snowflake guild, long action) => Of('a', guild, action);

    private static string Of(char kind, Snowflake guild, long number)
    {
        string nonce = $"{kind}{Base36(guild.Value)}-{Base36((ulong)number)}";
        return nonce.Length <= Longest ? nonce : nonce[..Longest];
    }

    private static string Base36(ulong value)
    {
        Span<char> text = stackalloc char[13];
        int start = text.Length;
        do
        {
            text[--start] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return text[start..].ToString();
    }
}
