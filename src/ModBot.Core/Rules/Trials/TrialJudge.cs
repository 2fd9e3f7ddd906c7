using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.Trials;

/// <summary>
/// Judges recorded messages one after the other with a history of its own: the live bot's code with nothing behind it that
/// could store or act. One thread at a time.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="model">The model.</param>
public sealed class TrialJudge(CompiledRuleSet rules, ISpamModel model)
{
    private readonly FilterPipeline pipeline = new();
    private readonly BehaviourHistory history = new();
    private readonly Dictionary<Snowflake, int> seen = [];

    public CompiledRuleSet Rules => rules;

    /// <summary>Judges a message and remembers it.</summary>
    /// <param name="message">The next one.</param>
    /// <param name="known">What is known of its author; messages of theirs that this judge has seen are counted where they are more.</param>
    public Verdict Judge(ChatMessage message, MemberFacts known)
    {
        int before = seen.GetValueOrDefault(message.Author.Id);
        Verdict verdict = Peek(message, known with { JudgedMessages = Math.Max(before, known.JudgedMessages) });
        seen[message.Author.Id] = before + 1;
        Observe(message, verdict);
        return verdict;
    }

    /// <summary>Judges a message and remembers nothing of it.</summary>
    public Verdict Peek(ChatMessage message, MemberFacts member) => pipeline.Judge(message, rules, model, member, history);

    /// <summary>Remembers a message that need not be judged.</summary>
    public void Observe(ChatMessage message) => Observe(message, verdict: null);

    /// <summary>Why a rule of the set leaves the message alone, its name first; null where it looks, or is off.</summary>
    public string? WhyNot(string rule, ChatMessage message, MemberFacts member) =>
        rules.Rules.FirstOrDefault(compiled => compiled.Rule.Name == rule)?.WhyNot(message, member, history);

    /// <summary>Judges by other rules with the same history.</summary>
    internal Verdict Peek(ChatMessage message, MemberFacts member, CompiledRuleSet others) => pipeline.Judge(message, others, model, member, history);

    private void Observe(ChatMessage message, Verdict? verdict)
    {
        history.Keep(rules.History);
        history.Observe(message, verdict);
    }
}
