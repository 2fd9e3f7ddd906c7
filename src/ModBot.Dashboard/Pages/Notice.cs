using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ModBot.Dashboard.Pages;

/// <summary>
/// What a form led to, carried over the redirect that follows it. Only these sentences can be said: an address that somebody
/// else made cannot put words onto the page.
/// </summary>
internal static class Notice
{
    public const string Upheld = "upheld";
    public const string Overturned = "overturned";
    public const string Late = "late";
    public const string Noted = "noted";
    public const string Saved = "saved";
    public const string Kept = "kept";

    /// <summary>The address with the notice.</summary>
    public static string On(string path, string notice, long? number = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={notice}{(number is { } about ? $"&about={about}" : "")}");

    public static string Read(IQueryCollection query)
    {
        string about = long.TryParse(query["about"], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? $"Case {number}" : "The case";
        return query["done"].ToString() switch
        {
            Upheld => $"{about} is upheld.",
            Overturned => $"{about} is overturned.",
            Late => $"{about} had been decided on already; nothing was changed.",
            Noted => "The note is kept with the case.",
            Saved => "Your viewing options are saved.",
            Kept => "The retention is saved.",
            _ => "",
        };
    }
}
