using ModBot.Core.Abuse;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Spam;
using ModBot.Core.Tests.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

/// <summary>
/// The rules alone, without the model, on the corpus, spam aside: floors a little under what they reach, so that a change which loses ground
/// is noticed. Swearing inside harassment is harassment, and an insult of somebody harassed is no error.
/// </summary>
public sealed class CorpusFloorTests
{
    private static readonly List<(LabelledText Example, CategorySet Found)> Judged = Judge();

    [Theory]
    [InlineData(Category.Hate, 0.66, 0.95)]
    [InlineData(Category.Slur, 0.96, 0.85)]
    [InlineData(Category.Threat, 0.78, 0.87)]
    [InlineData(Category.Harassment, 0.62, 0.90)]
    [InlineData(Category.Sexual, 0.70, 0.88)]
    [InlineData(Category.SelfHarm, 0.68, 0.88)]
    [InlineData(Category.Profanity, 0.95, 0.92)]
    [InlineData(Category.Insult, 0.70, 0.74)]
    public void Recall_and_precision_keep_their_floors(Category category, double recall, double precision)
    {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        foreach ((LabelledText example, CategorySet found) in Judged)
        {
            bool wanted = Wanted(example, found, category);
            bool got = found.Contains(category);
            right += wanted && got ? 1 : 0;
            wrong += !wanted && got ? 1 : 0;
            missed += wanted && !got ? 1 : 0;
        }

        Assert.True((double)right / (right + missed) >= recall, $"recall {(double)right / (right + missed):0.000} of {right + missed}");
        Assert.True((double)right / (right + wrong) >= precision, $"precision {(double)right / (right + wrong):0.000} of {right + wrong}");
    }

    [Fact]
    public void Hardly_any_ham_without_abuse_is_flagged()
    {
        CategorySet flagging = CategorySet.Of(Category.Hate, Category.Slur, Category.Threat, Category.Harassment, Category.Sexual, Category.SelfHarm);
        List<(LabelledText Example, CategorySet Found)> clean = [.. Judged.Where(row => row.Example.Categories.IsEmpty)];
        string[] flagged = [.. clean.Where(row => (row.Found.Bits & flagging.Bits) != 0).Select(row => row.Example.Text)];
        Assert.True(flagged.Length <= clean.Count / 100, $"{flagged.Length} of {clean.Count}: {string.Join("\n", flagged)}");
    }

    private static bool Wanted(LabelledText example, CategorySet found, Category category) => category switch
    {
        Category.Profanity when !found.Contains(Category.Profanity) && (found.Contains(Category.Harassment) || found.Contains(Category.Threat) || found.Contains(Category.Sexual) || found.Contains(Category.Slur)) => false,
        Category.Insult when found.Contains(Category.Insult) && (example.Categories.Contains(Category.Harassment) || example.Categories.Contains(Category.Hate)) => true,
        _ => example.Categories.Contains(category),
    };

    private static List<(LabelledText Example, CategorySet Found)> Judge()
    {
        var faults = new List<string>();
        var judged = new List<(LabelledText, CategorySet)>();
        var analyzer = new AbuseAnalyzer(AbuseLexicon.Default);
        var analysis = new AbuseAnalysis();
        var surface = new SurfaceView();
        foreach (string file in Directory.GetFiles(Path.Combine(SeedFiles.Folder, "corpus"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = File.OpenText(file);
            foreach (LabelledText example in SeedCorpus.Read(reader, Path.GetFileName(file), faults))
            {
                if (!example.HasAbuseLabels || example.IsSpam)
                    continue;
                surface.Load(new MessageSurface(SurfaceKind.Content, 0, example.Text));
                analyzer.Analyze([surface], MessageContext.None, default, analysis);
                judged.Add((example, analysis.Categories));
            }
        }

        return judged;
    }
}
