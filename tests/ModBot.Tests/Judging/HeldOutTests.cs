using System.Text.Json;
using ModBot.CommandLine;
using ModBot.Core.Verdicts;

namespace ModBot.Tests.Judging;

/// <summary>Comments of the seed's kinds that were written apart from corpus, lexicon and rules.</summary>
[Collection(ModBotCollection.Name)]
public sealed class HeldOutTests
{
    /// <summary>The least share of all held-out verdicts that must agree.</summary>
    private const double LeastAgreement = 0.85;

    private static readonly IReadOnlyList<HeldOut> Comments = [.. File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "ModBot.Tests", "HeldOut", "held-out.jsonl")).Select(Read)];

    [Fact]
    public void There_are_at_least_60_with_near_misses_of_every_acted_kind()
    {
        Assert.True(Comments.Count >= 60);
        foreach (Category category in (Category[])[Category.Spam, Category.Hate, Category.Threat, Category.Slur, Category.Harassment])
            Assert.True(Comments.Count(comment => comment.Categories.Contains(category)) >= 5, $"too few {category}");
    }

    [Fact]
    public void Verdicts_agree()
    {
        OfflineJudge judge = OfflineJudge.Open(modelPath: null, TextWriter.Null, CancellationToken.None);
        var disagreements = new List<string>();
        foreach (HeldOut comment in Comments)
        {
            Verdict verdict = judge.Judge(comment.Text, "", standing: false);
            if (verdict.Disposition != comment.Disposition)
                disagreements.Add($"{comment.Pair}: expected {comment.Disposition} {comment.Categories}, got {verdict.Disposition} {verdict.Categories} ({verdict.Spam:0.00}): {comment.Text}");
        }

        double agreement = 1 - ((double)disagreements.Count / Comments.Count);
        Assert.True(agreement >= LeastAgreement, $"{agreement:P1} agree\n{string.Join('\n', disagreements)}");
    }

    [Fact]
    public void Nothing_that_is_allowed_is_deleted()
    {
        OfflineJudge judge = OfflineJudge.Open(modelPath: null, TextWriter.Null, CancellationToken.None);
        Assert.DoesNotContain(Comments, comment => comment.Disposition == Disposition.Log && judge.Judge(comment.Text, "", standing: false).Disposition == Disposition.Delete);
    }

    private static HeldOut Read(string line)
    {
        JsonElement json = JsonDocument.Parse(line).RootElement;
        CategorySet categories = CategorySet.Empty;
        foreach (JsonElement name in json.GetProperty("categories").EnumerateArray())
            categories = CategoryNames.TryParse(name.GetString(), out Category category) ? categories.With(category) : throw new FormatException(line);
        return new HeldOut(json.GetProperty("pair").GetString()!, json.GetProperty("text").GetString()!, Enum.Parse<Disposition>(json.GetProperty("verdict").GetString()!, ignoreCase: true), categories);
    }

    private sealed record HeldOut(string Pair, string Text, Disposition Disposition, CategorySet Categories);
}
