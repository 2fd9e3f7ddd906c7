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
    /// <param name="judgedBefore">How many of the author's messages are known to have been judged before; those that this judge has seen are counted besides where they are more.</param>
    public Verdict Judge(ChatMessage message, int judgedBefore = 0)
    {
        int before = seen.GetValueOrDefault(message.Author.Id);
        Verdict verdict = Peek(message, MemberFacts.Of(message, Math.Max(before, judgedBefore)));
        seen[message.Author.Id] = before + 1;
        Observe(message);
        return verdict;
    }

    /// <summary>Judges a message and remembers nothing of it.</summary>
    public Verdict Peek(ChatMessage message, MemberFacts member) => pipeline.Judge(message, rules, model, member, history);

    /// <summary>Remembers a message that need not be judged.</summary>
    public void Observe(ChatMessage message)
    {
        history.Retain(rules.LongestWindow);
        history.Observe(message);
    }

    /// <summary>Judges by other rules with the same history.</summary>
    internal Verdict Peek(ChatMessage message, MemberFacts member, CompiledRuleSet others) => pipeline.Judge(message, others, model, member, history);
}
