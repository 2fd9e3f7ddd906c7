using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Text;

namespace ModBot.Benchmarks;

/// <summary>What judging one message costs.</summary>
internal static class JudgingFigures
{
    public static IEnumerable<Figure> Measure()
    {
        ISpamModel model = SampleModel.Open();
        var views = new TextViews();
        (double score, double scoreBytes) = QuickMeter.Measure(() =>
        {
            views.Load(SampleMessage.Text);
            model.Score(views);
        });
        yield return new Figure("model.score.cpu", score, "us", 4);
        yield return new Figure("model.score.allocated", scoreBytes, "B", 0);
        yield return new Figure("model.score.rate", 1e6 / score, "per_second", 200_000);

        var pipeline = new FilterPipeline();
        CompiledRuleSet rules = CompiledRuleSet.Compile(DefaultRuleSet.Create(), RuleMode.Enforce, FilterRegistry.BuiltIn);
        ChatMessage message = SampleMessage.Create();
        (double judge, double judgeBytes) = QuickMeter.Measure(() => pipeline.Judge(message, rules, model, MemberFacts.Unknown, EmptyHistory.Instance));
        yield return new Figure("pipeline.judge.defaultRules.cpu", judge, "us", null);
        yield return new Figure("pipeline.judge.defaultRules.allocated", judgeBytes, "B", null);

        var busy = new BusyGuild();
        (double behaviour, double behaviourBytes) = QuickMeter.Measure(() => pipeline.Judge(message, busy.Rules, model, MemberFacts.Unknown, busy.History));
        yield return new Figure("pipeline.judge.behaviour.cpu", behaviour, "us", null);
        yield return new Figure("pipeline.judge.behaviour.allocated", behaviourBytes, "B", null);
        (double observe, double observeBytes) = QuickMeter.Measure(() => busy.History.Observe(message, null, pipeline.Trace));
        yield return new Figure("history.observe.cpu", observe, "us", null);
        yield return new Figure("history.observe.allocated", observeBytes, "B", null);
    }
}
