using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Seeds;
using ModBot.Core.Spam;
using ModBot.Core.Verdicts;
using ModBot.Models;

namespace ModBot.Tests.Judging;

/// <summary>Each acted comment is judged by a model that never saw it nor anything near it.</summary>
public sealed class LeaveOneOutTests
{
    /// <summary>Texts that share this much of their word three-grams count as near-duplicates here; the corpus itself allows up to 0.6 between two.</summary>
    private const double NearDuplicate = 0.15;

    private static readonly SeedLibrary Seeds = new(Path.Combine(RepositoryRoot.Path, "seeds"));

    [Theory]
    [InlineData(2, Disposition.Delete)]
    [InlineData(4, Disposition.Flag)]
    [InlineData(11, Disposition.Flag)]
    [InlineData(19, Disposition.Flag)]
    [InlineData(21, Disposition.Flag)]
    [InlineData(22, Disposition.Flag)]
    public void An_acted_comment_is_caught_by_a_model_that_never_saw_it(int index, Disposition least)
    {
        string text = Seeds.ReadDocument().Comments[index - 1].Text;
        IReadOnlyList<LabelledText> examples = Seeds.ReadTrainingExamples();
        HashSet<string> own = ThreeGrams(text);
        List<LabelledText> rest = [.. examples.Where(example => example.Text != text && Similarity(own, ThreeGrams(example.Text)) < NearDuplicate)];
        Assert.True(rest.Count < examples.Count);
        ISpamModel model = new BuiltInTrainer().Train(rest, "leave-one-out", CancellationToken.None);
        var message = new ChatMessage { Id = new Snowflake(1), GuildId = new Snowflake(1), ChannelId = new Snowflake(1), Author = new MessageAuthor { Id = new Snowflake(1), Username = "x" }, Content = text };
        CompiledRuleSet rules = CompiledRuleSet.Compile(DefaultRuleSet.Create(), RuleMode.Enforce, FilterRegistry.BuiltIn);
        Verdict verdict = new FilterPipeline().Judge(message, rules, model, MemberFacts.Unknown, EmptyHistory.Instance);
        Assert.True(verdict.Disposition >= least, $"{verdict.Disposition}, spam {verdict.Spam:0.000}");
    }

    private static HashSet<string> ThreeGrams(string text)
    {
        string[] words = text.ToLowerInvariant().Split(text.ToLowerInvariant().Where(character => !char.IsLetterOrDigit(character)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(start => string.Join(' ', words[start..(start + 3)]))];
    }

    private static double Similarity(HashSet<string> left, HashSet<string> right)
    {
        int shared = left.Count(right.Contains);
        return shared == 0 ? 0 : (double)shared / (left.Count + right.Count - shared);
    }
}
