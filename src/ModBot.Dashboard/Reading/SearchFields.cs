using System.Globalization;
using ModBot.Core.Messages;
using ModBot.Core.Search;
using ModBot.Core.Verdicts;

namespace ModBot.Dashboard.Reading;

/// <summary>Reads the fields of a search, each with the error that helps.</summary>
internal sealed class SearchFields(Snowflake guild, bool includePrivate)
{
    public const string Words = "q";

    public static readonly IReadOnlyList<string> Names = [Words, "author", "rule", "verdict", "category", "domain", "review", "by", "from", "to", "incident"];

    private const int LongestValue = 300;
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
    private readonly List<string> faults = [];

    public CaseFilter Filter { get; private set; } = new() { GuildId = guild, IncludePrivate = includePrivate };

    public IReadOnlyList<string> Faults => faults;

    public void Read(string name, string value)
    {
        if (value.Length > LongestValue)
        {
            faults.Add($"'{name}' is too long: give at most {LongestValue} characters.");
            return;
        }

        switch (name)
        {
            case Words:
                ReadWords(value);
                break;
            case "author":
                ReadAuthor(value);
                break;
            case "rule":
                Filter = Filter with { Rule = value.ToLowerInvariant() };
                break;
            case "verdict":
                Filter = Filter with { Disposition = Choice(name, value, ("delete", Disposition.Delete), ("deleted", Disposition.Delete), ("flag", Disposition.Flag), ("flagged", Disposition.Flag), ("shadow", Disposition.Log)) };
                break;
            case "category":
                if (CategoryNames.TryParse(value, out Category category))
                    Filter = Filter with { Category = category };
                else
                    faults.Add($"There is no category '{value}'. Take one of {string.Join(", ", CategoryNames.All)}.");
                break;
            case "domain":
                Filter = Filter with { Domain = Host(value) };
                break;
            case "review":
                Filter = Filter with { Review = Choice(name, value, ("open", ReviewState.Open), ("upheld", ReviewState.Upheld), ("overturned", ReviewState.Overturned)) };
                break;
            case "by":
                if (Id(value) is { } reviewer)
                    Filter = Filter with { ReviewerId = reviewer };
                else
                    faults.Add($"'by' is '{value}'; give the moderator's id (digits).");
                break;
            case "from":
                Filter = Filter with { From = Time(name, value, endOfDay: false) };
                break;
            case "to":
                Filter = Filter with { To = Time(name, value, endOfDay: true) };
                break;
            case "incident":
                if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long incident))
                    Filter = Filter with { Incident = incident };
                else
                    faults.Add($"'incident' is '{value}'; give the number of its first case.");
                break;
            default:
                faults.Add($"There is no filter '{name}'. Take one of {string.Join(", ", Names.Skip(1))}.");
                break;
        }
    }

    /// <summary>Words, and filters written among them.</summary>
    private void ReadWords(string text)
    {
        var words = new List<string>();
        foreach (string part in Parts(text))
        {
            int colon = part.IndexOf(':', StringComparison.Ordinal);
            string name = colon > 0 ? part[..colon].ToLowerInvariant() : "";
            if (name.Length > 0 && Names.Skip(1).Contains(name, StringComparer.Ordinal) && colon + 1 < part.Length)
                Read(name, part[(colon + 1)..].Trim('"'));
            else
                words.Add(part.Trim('"'));
        }

        string joined = string.Join(' ', words);
        if (joined.Length > CaseFilter.MaximumWords)
            faults.Add($"Look for fewer words: at most {CaseFilter.MaximumWords} characters.");
        else
            Filter = Filter with { Words = joined };
    }

    /// <summary>Cut at blanks that do not stand in quotation marks.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        int start = 0;
        bool quoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                quoted = !quoted;
            if (i < text.Length && (quoted || !char.IsWhiteSpace(text[i])))
                continue;
            if (i > start)
                yield return text[start..i];
            start = i + 1;
        }
    }

    private void ReadAuthor(string value) =>
        Filter = Id(value) is { } author ? Filter with { AuthorId = author } : Filter with { AuthorName = value };

    /// <summary>An id as it is, or out of a mention.</summary>
    private static Snowflake? Id(string value) =>
        Snowflake.TryParse(value.Trim('<', '@', '!', '>'), CultureInfo.InvariantCulture, out Snowflake id) && value.Trim('<', '@', '!', '>').Length >= 15 ? id : null;

    /// <summary>The host of an address that somebody pasted whole.</summary>
    private static string Host(string value)
    {
        string rest = value.Contains("://", StringComparison.Ordinal) ? value[(value.IndexOf("://", StringComparison.Ordinal) + 3)..] : value;
        int end = rest.AsSpan().IndexOfAny("/?#:");
        return end < 0 ? rest : rest[..end];
    }

    private T? Choice<T>(string name, string value, params (string Name, T Value)[] choices)
        where T : struct
    {
        foreach ((string known, T meant) in choices)
        {
            if (string.Equals(known, value, StringComparison.OrdinalIgnoreCase))
                return meant;
        }

        faults.Add($"'{name}' is '{value}'; take one of {string.Join(", ", choices.Select(choice => choice.Name))}.");
        return null;
    }

    /// <summary>A day means all of it.</summary>
    private DateTimeOffset? Time(string name, string value, bool endOfDay)
    {
        if (!DateTimeOffset.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            faults.Add($"'{name}' is '{value}'; give a day such as 2026-03-31, or a time (UTC) such as 2026-03-31T18:30.");
            return null;
        }

        return endOfDay && value.Length == Days[0].Length ? time.AddDays(1) : time;
    }
}
