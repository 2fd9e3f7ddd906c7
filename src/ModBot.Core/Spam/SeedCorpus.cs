using System.Text.Json;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Spam;

/// <summary>Reads labelled examples from JSON Lines: the training corpus (<see cref="Read"/>) and data of others (<see cref="ReadData"/>).</summary>
public static class SeedCorpus
{
    /// <summary>Longest text of an example, UTF-16 units.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>
    /// Reads corpus lines <c>{"text":…,"label":"spam"|"ham","categories":[…],"family":…,"voice":"chat"|"comment"}</c>. Empty
    /// lines are skipped.
    /// </summary>
    /// <param name="reader">The lines.</param>
    /// <param name="source">What to call them in faults, for instance the file's name.</param>
    /// <param name="faults">Takes every fault with source and line; a faulty line yields no example.</param>
    public static IReadOnlyList<LabelledText> Read(TextReader reader, string source, ICollection<string> faults) =>
        ReadLines(reader, source, faults, ParseCorpusLine);

    /// <summary>
    /// Reads data lines <c>{"text":…,"label":0|1}</c>, 1 being spam; other keys are ignored, nobody having looked for abuse.
    /// Empty lines are skipped.
    /// </summary>
    /// <param name="reader">The lines.</param>
    /// <param name="source">What to call them in faults.</param>
    /// <param name="faults">Takes every fault with source and line; a faulty line yields no example.</param>
    public static IReadOnlyList<LabelledText> ReadData(TextReader reader, string source, ICollection<string> faults) =>
        ReadLines(reader, source, faults, ParseDataLine);

    private static List<LabelledText> ReadLines(TextReader reader, string source, ICollection<string> faults, Func<JsonElement, LabelledText> parse)
    {
        var examples = new List<LabelledText>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                examples.Add(parse(document.RootElement));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                faults.Add($"{source}, line {number}: {(fault is FormatException ? fault.Message : "not a JSON object")}");
            }
        }

        return examples;
    }

    private static LabelledText ParseCorpusLine(JsonElement line)
    {
        string text = TextOf(line);
        bool spam = StringOf(line, "label") switch
        {
            "spam" => true,
            "ham" => false,
            string other => throw new FormatException($"label is '{other}', not spam or ham"),
        };
        CategorySet categories = CategoriesOf(line);
        string family = StringOf(line, "family");
        if (family.Length is 0 or > 64)
            throw new FormatException("family must have 1 to 64 characters");
        string voice = StringOf(line, "voice");
        if (voice is not ("chat" or "comment"))
            throw new FormatException($"voice is '{voice}', not chat or comment");
        return new LabelledText(text, spam, categories, family, HasAbuseLabels: true);
    }

    private static LabelledText ParseDataLine(JsonElement line)
    {
        string text = TextOf(line);
        if (!line.TryGetProperty("label", out JsonElement label) || label.ValueKind != JsonValueKind.Number || !label.TryGetInt32(out int value) || value is not (0 or 1))
            throw new FormatException("label must be 0 or 1");
        return new LabelledText(text, value == 1, CategorySet.Empty, "", HasAbuseLabels: false);
    }

    private static string TextOf(JsonElement line)
    {
        string text = StringOf(line, "text");
        return text.Length is > 0 and <= MaxTextLength
            ? text
            : throw new FormatException($"text must have 1 to {MaxTextLength:N0} characters; it has {text.Length:N0}");
    }

    private static string StringOf(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"{name} must be a string");

    private static CategorySet CategoriesOf(JsonElement line)
    {
        if (!line.TryGetProperty("categories", out JsonElement names) || names.ValueKind != JsonValueKind.Array)
            throw new FormatException("categories must be a list");
        CategorySet categories = CategorySet.Empty;
        foreach (JsonElement name in names.EnumerateArray())
        {
            if (name.ValueKind != JsonValueKind.String || !CategoryNames.TryParse(name.GetString(), out Category category) || category == Category.Spam)
                throw new FormatException($"'{name}' is no abuse category");
            categories = categories.With(category);
        }

        return categories;
    }
}
