using System.Text.Json;
using ModBot.Core.Seeds;
using ModBot.Core.Verdicts;

namespace ModBot.Tests.Judging;

/// <summary>The seed's 23 verdicts through the command line's own contract.</summary>
[Collection(ModBotCollection.Name)]
public sealed class GoldenTests
{
    private static readonly string Seeds = Path.Combine(RepositoryRoot.Path, "seeds");

    [Fact]
    public async Task The_23_verdicts_are_golden()
    {
        CommandResult result = await ModBotFixture.RunAsync("", "replay", Directory.GetFiles(Seeds, "*.txt").Single(), "--format", "jsonl");
        Assert.Equal(0, result.Code);
        using var reader = new StreamReader(Path.Combine(Seeds, "golden.jsonl"));
        IReadOnlyList<GoldenVerdict> golden = GoldenVerdict.ReadAll(reader);
        Assert.Equal(golden.Select(Expected), result.Objects.Select(Actual));
    }

    [Fact]
    public async Task The_table_ends_with_the_counts()
    {
        CommandResult result = await ModBotFixture.RunAsync("", "replay", Directory.GetFiles(Seeds, "*.txt").Single());
        Assert.Equal("23 messages: 2 deleted, 4 flagged, 17 logged", result.Lines[^1]);
    }

    private static string Expected(GoldenVerdict verdict) =>
        $"{verdict.Index} {verdict.Author}: {verdict.Disposition.ToString().ToLowerInvariant()} [{verdict.Categories}]";

    private static string Actual(JsonElement line)
    {
        IEnumerable<Category> categories = line.GetProperty("categories").EnumerateArray().Select(name => CategoryNames.TryParse(name.GetString(), out Category category) ? category : throw new FormatException());
        return $"{line.GetProperty("index").GetInt32()} {line.GetProperty("author").GetString()}: {line.GetProperty("verdict").GetString()} [{CategorySet.Of([.. categories])}]";
    }
}
