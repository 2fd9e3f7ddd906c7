using ModBot.Core.Filters.History;
using ModBot.Core.Occurrences;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>
/// Runs every rule that watches for it over an occurrence and weighs what they saw. Pure: values in, a verdict out. One pipeline serves one thread at
/// a time (it owns the buffers); make one per lane.
/// </summary>
public sealed class FilterPipeline
{
    private readonly Inspection inspection = new();
    private readonly HitSink sink = new();
    private readonly List<FilterError> errors = [];
    private readonly List<string> exemptions = [];

    /// <summary>The invites of the last occurrence of which nobody knew where they lead: once that is known, it may be judged again.</summary>
    public IReadOnlyList<string> UnresolvedInvites => inspection.UnresolvedInvites;

    /// <summary>What tells the message that was judged last from others; the history need not read it again.</summary>
    /// <exception cref="InvalidOperationException">It was no message.</exception>
    public MessageTrace Trace => inspection.Trace;

    /// <summary>Judges one occurrence.</summary>
    /// <param name="occurrence">The message, new or edited, or what else happened.</param>
    /// <param name="rules">The guild's compiled rules.</param>
    /// <param name="model">The model.</param>
    /// <param name="member">What is known of the author.</param>
    /// <param name="history">The guild's recent messages and arrivals, this one not among them.</param>
    /// <param name="resources">What the rules look things up in; nothing by default.</param>
    public Verdict Judge(Occurrence occurrence, CompiledRuleSet rules, ISpamModel model, MemberFacts member, IBehaviourHistory history, FilterResources? resources = null)
    {
        sink.Clear();
        errors.Clear();
        exemptions.Clear();
        inspection.Load(occurrence, member, history, model, resources ?? FilterResources.None);
        OccurrenceKinds kind = occurrence.Kind;
        foreach (CompiledRule compiled in rules.Rules)
        {
            if ((compiled.Watches & kind) == OccurrenceKinds.None)
                continue;
            Rule rule = compiled.Rule;
            if (compiled.Exempts(occurrence, member, history) is { } exemption)
            {
                exemptions.Add(exemption);
                continue;
            }

            sink.Begin(rule, compiled.Definition.ByModel);
            try
            {
                compiled.Filter.Inspect(inspection, sink);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // A broken filter must not hide what the others see; the verdict carries the fault.
                errors.Add(new FilterError(rule.Name, rule.Filter, fault.Message));
            }
        }

        return VerdictPolicy.Decide(inspection, rules, model.Version, sink.Hits, errors, exemptions);
    }
}
