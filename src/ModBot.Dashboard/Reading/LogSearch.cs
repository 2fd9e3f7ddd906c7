using System.Globalization;
using Microsoft.AspNetCore.Http;
using ModBot.Core.Search;
using ModBot.Dashboard.Access;

namespace ModBot.Dashboard.Reading;

/// <summary>
/// What somebody looks for in the log: the fields of the form as they were typed, what they mean, and what is wrong with them.
/// The box for words takes the other fields too, as <c>rule:spam author:"Ada L" word</c>.
/// </summary>
public sealed record LogSearch
{
    /// <summary>The form's fields by name, in the order of the form; those that are empty are left out.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Null where a field is wrong.</summary>
    public CaseFilter? Filter { get; init; }

    /// <summary>One sentence for each field that is wrong, saying what to type instead.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>True where nothing narrows the log.</summary>
    public bool IsEmpty => Fields.Count == 0;

    /// <summary>Reads the query of an address or the fields of a form.</summary>
    public static LogSearch Read(IEnumerable<KeyValuePair<string, string>> values, GuildVisit visit)
    {
        Dictionary<string, string> fields = values
            .Where(field => SearchFields.Names.Contains(field.Key, StringComparer.Ordinal) && !string.IsNullOrWhiteSpace(field.Value))
            .ToDictionary(field => field.Key, field => field.Value.Trim(), StringComparer.Ordinal);
        var reader = new SearchFields(visit.GuildId, visit.MayManage);
        foreach ((string name, string value) in fields)
            reader.Read(name, value);
        return new LogSearch { Fields = fields, Filter = reader.Faults.Count == 0 ? reader.Filter : null, Faults = reader.Faults };
    }

    internal static LogSearch Read(IQueryCollection query, GuildVisit visit) => Read(query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())), visit);

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>The fields as a query, with a cursor where there is one; begins with a question mark unless it is empty.</summary>
    public string Query(CaseCursor? at = null, bool backwards = false)
    {
        IEnumerable<string> parts = Fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}");
        if (at is { } cursor)
            parts = parts.Append($"at={Uri.EscapeDataString(Write(cursor))}");
        if (backwards)
            parts = parts.Append("back=1");
        string query = string.Join('&', parts);
        return query.Length == 0 ? "" : $"?{query}";
    }

    internal static CaseCursor? Cursor(IQueryCollection query)
    {
        string[] parts = query["at"].ToString().Split('@');
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return null;
        float score = parts.Length > 1 && float.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out float given) && float.IsFinite(given) ? given : float.NaN;
        return new CaseCursor(number, score);
    }

    private static string Write(CaseCursor cursor) => string.Create(CultureInfo.InvariantCulture, $"{cursor.Number}{(float.IsNaN(cursor.Score) ? "" : $"@{cursor.Score:R}")}");
}
