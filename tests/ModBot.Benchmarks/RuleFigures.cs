using System.Diagnostics;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Benchmarks;

/// <summary>What a large rule set costs: compiling it, and a message through it in a busy server.</summary>
internal static class RuleFigures
{
    private const int Compilations = 9;
    private const int LongMessage = 4_000;

    public static IEnumerable<Figure> Measure()
    {
        yield return new Figure("rules.compile.cpu", Compile() / 1_000, "ms", 200);

        ISpamModel model = SampleModel.Open();
        var busy = new BusyGuild();
        ChatMessage message = SampleMessage.Create();
        CompiledRuleSet rules = Compiled(LargeRuleSet.Terms);
        busy.History.Keep(rules.History);
        var pipeline = new FilterPipeline();
        void Judge(ChatMessage judged, CompiledRuleSet by) => pipeline.Judge(judged, by, model, MemberFacts.Unknown, busy.History);

        (double median, double p99, double bytes) = QuickMeter.MeasureTail(() => Judge(message, rules));
        yield return new Figure("rules.judge100.cpu", median, "us", 10);
        yield return new Figure("rules.judge100.p99", p99, "us", 30);
        yield return new Figure("rules.judge100.allocated", bytes, "B", 1_024);

        ChatMessage large = message with { Content = string.Concat(Enumerable.Repeat(SampleMessage.Text + " ", LongMessage / SampleMessage.Text.Length))[..LongMessage] };
        (double whole, _) = QuickMeter.Measure(() => Judge(large, rules));
        (double half, _) = QuickMeter.Measure(() => Judge(large with { Content = large.Content[..(LongMessage / 2)] }, rules));
        yield return new Figure("rules.judge4000.cpu", whole, "us", 300);
        yield return new Figure("rules.growth.length", whole / half, "times", 2.5);

        CompiledRuleSet few = Compiled(LargeRuleSet.Terms / 10);
        (double small, _) = QuickMeter.Measure(() => Judge(message, few));
        yield return new Figure("rules.growth.terms", median / small, "times", 1.5);
    }

    private static CompiledRuleSet Compiled(int terms) => CompiledRuleSet.Compile(LargeRuleSet.Create(terms), RuleMode.Enforce, FilterRegistry.BuiltIn);

    /// <summary>Microseconds of the median compilation of a rule set that was read anew, as after an edit.</summary>
    private static double Compile()
    {
        var times = new double[Compilations];
        for (int i = 0; i < Compilations; i++)
        {
            RuleSet source = LargeRuleSet.Create();
            long start = Stopwatch.GetTimestamp();
            CompiledRuleSet.Compile(source, RuleMode.Enforce, FilterRegistry.BuiltIn);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[Compilations / 2];
    }
}
