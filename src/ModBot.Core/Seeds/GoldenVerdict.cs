using System.Text.Json;
using System.Text.Json.Serialization;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Seeds;

/// <summary>What the default policy must decide on one seed comment, and when the comment is posted.</summary>
/// <param name="Index">1-based, as <see cref="SeedComment.Index"/>.</param>
/// <param name="Author">The comment's author, to notice a list that belongs to another document.</param>
/// <param name="At">When the replay posts it.</param>
/// <param name="Disposition">The verdict.</param>
/// <param name="Categories">The categories the verdict names.</param>
public sealed record GoldenVerdict(int Index, string Author, DateTimeOffset At, Disposition Disposition, CategorySet Categories)
{
    /// <summary>Reads JSON Lines with the keys index, author, at, verdict, categories.</summary>
    /// <exception cref="FormatException">A line is not of that shape; the message names it.</exception>
    public static IReadOnlyList<GoldenVerdict> ReadAll(TextReader reader)
    {
        var verdicts = new List<GoldenVerdict>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                verdicts.Add(From(JsonSerializer.Deserialize(line, SeedJson.Default.GoldenLine)!));
            }
            catch (Exception fault) when (fault is JsonException or FormatException)
            {
                throw new FormatException($"Golden verdicts, line {number}: {fault.Message}", fault);
            }
        }

        return verdicts;
    }

    private static GoldenVerdict From(GoldenLine line)
    {
        CategorySet categories = CategorySet.Empty;
        foreach (string name in line.Categories)
            categories = CategoryNames.TryParse(name, out Category category) ? categories.With(category) : throw new FormatException($"unknown category '{name}'");
        return Enum.TryParse(line.Verdict, ignoreCase: true, out Disposition disposition)
            ? new GoldenVerdict(line.Index, line.Author, line.At, disposition, categories)
            : throw new FormatException($"unknown verdict '{line.Verdict}'");
    }
}

internal sealed record GoldenLine(int Index, string Author, DateTimeOffset At, string Verdict, IReadOnlyList<string> Categories);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(GoldenLine))]
internal sealed partial class SeedJson : JsonSerializerContext;
