using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Spam;

/// <summary>The corpus counts by what differs in it: no line may be a rewording of another.</summary>
public sealed class CorpusDistinctnessTests(SeedModel seeds) : IClassFixture<SeedModel>
{
    /// <summary>Two texts may share less than this of their word three-grams (Jaccard similarity).</summary>
    private const double MostSimilar = 0.6;

    private const int LeastExamples = 6_500;

    [Fact]
    public void There_are_thousands_of_hand_written_examples() => Assert.True(seeds.Examples.Count >= LeastExamples, $"{seeds.Examples.Count}");

    [Fact]
    public void No_two_texts_are_nearly_the_same()
    {
        string[] texts = [.. seeds.Examples.Select(example => example.Text)];
        Assert.Empty(NearlySame(texts).Take(5));
    }

    [Theory]
    [InlineData("get free nitro now at this site", "Get free Nitro now, at THIS site!", true)]
    [InlineData("see you at the gate tomorrow", "see you at the gate on friday", false)]
    [InlineData("ok then", "ok then", true)]
    [InlineData("ok then", "Ok then", false)]
    public void Similarity_goes_by_runs_of_three_words(string left, string right, bool same) => Assert.Equal(same, NearlySame([left, right]).Any());

    private static IEnumerable<string> NearlySame(string[] texts)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var sizes = new int[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            HashSet<string> grams = ThreeGrams(texts[i]);
            sizes[i] = grams.Count;
            var shared = new Dictionary<int, int>();
            foreach (string gram in grams)
            {
                if (!holders.TryGetValue(gram, out List<int>? known))
                    holders.Add(gram, known = []);
                foreach (int other in known)
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                known.Add(i);
            }

            foreach ((int other, int count) in shared)
            {
                if ((double)count / (sizes[i] + sizes[other] - count) >= MostSimilar)
                    yield return $"{texts[other]} | {texts[i]}";
            }
        }
    }

    /// <summary>Runs of three words; the text as it stands where it has fewer.</summary>
    private static HashSet<string> ThreeGrams(string text)
    {
        string[] words = string.Concat(text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            < 3 => [text],
            _ => [.. Enumerable.Range(0, words.Length - 2).Select(start => string.Join(' ', words[start..(start + 3)]))],
        };
    }
}
