using BenchmarkDotNet.Attributes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Spam;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Benchmarks;

/// <summary>Folding, scoring and judging, for the table in the README.</summary>
[MemoryDiagnoser]
public class JudgingBenchmarks
{
    private readonly TextViews views = new();
    private readonly FilterPipeline pipeline = new();
    private readonly ChatMessage message = SampleMessage.Create();
    private ISpamModel model = null!;
    private CompiledRuleSet rules = null!;

    [GlobalSetup]
    public void Open()
    {
        model = SampleModel.Open();
        rules = CompiledRuleSet.Compile(DefaultRuleSet.Create(), RuleMode.Enforce, FilterRegistry.BuiltIn);
    }

    [Benchmark]
    public int Fold()
    {
        views.Load(SampleMessage.Text);
        return views.Folded.Length + views.Squeezed.Length;
    }

    [Benchmark]
    public ModelScores Score()
    {
        views.Load(SampleMessage.Text);
        return model.Score(views);
    }

    [Benchmark]
    public Verdict Judge() => pipeline.Judge(message, rules, model, MemberFacts.Unknown, EmptyHistory.Instance);
}
